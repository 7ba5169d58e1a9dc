package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.Optional;

/// What an object has: facts before words.
final class MemberOffers {
  private final Catalogue catalogue;
  private final Offers offers;
  private final Half half;

  MemberOffers(Catalogue catalogue, Offers offers, Half half) {
    this.catalogue = catalogue;
    this.offers = offers;
    this.half = half;
  }

  /// Behind a dot.
  void ofObject() {
    Meaning object = half.object();
    if (plainData(object.shape())) {
      return;
    }
    object.members().forEach(member -> offers.add("members", member, ""));
    Optional<Catalogue.Entry> kind = kind(object.shape());
    kind.ifPresent(entry -> entry.facts().forEach(this::saying));
    natives(object.shape());
    kind.ifPresent(entry -> entry.words().forEach(this::saying));
  }

  private Optional<Catalogue.Entry> kind(Shape shape) {
    return shape instanceof Shape.Thing(String kind) ? catalogue.kind(kind) : Optional.empty();
  }

  /// Python gives plain data as dictionaries, which have no such members.
  private boolean plainData(Shape shape) {
    return half.language() == Language.PYTHON
        && kind(shape).filter(Catalogue.Entry::row).isPresent();
  }

  private void natives(Shape shape) {
    Natives.property(shape, "length", half.language())
        .ifPresent(_ -> offers.add("facts", "length", "how many there are"));
    Natives.of(shape, half.language())
        .forEach((name, _) -> offers.add("methods", name, name + bracket("("), "", false));
  }

  private void saying(Saying saying) {
    String name = half.language().spell(saying.name());
    String description = Describe.saying(saying, half.language());
    if (saying.fact()) {
      offers.add("facts", name, description);
    } else {
      offers.add("words", name, name + brackets(saying), description, false);
    }
  }

  private String brackets(Saying word) {
    return bracket(word.inputs().isEmpty() ? "()" : "(");
  }

  private String bracket(String bracket) {
    return half.behind().startsWith("(") ? "" : bracket;
  }
}
