package io.ebb.repl.completion;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a text in quotes goes on: choices, ids, names of members, files.
final class TextOffers {
  /// What stands for no word is taken for an id from here on.
  private static final int LEAST = 3;

  private final Catalogue catalogue;
  private final Ids ids;
  private final Path folder;
  private final Half half;
  private final Offers offers;
  private final String close;

  /// @param half where [Half#at] is the text
  TextOffers(Catalogue catalogue, Ids ids, Path folder, Half half) {
    this.catalogue = catalogue;
    this.ids = ids;
    this.folder = folder;
    this.half = half;
    this.offers = new Offers(half.start(), half.typed());
    String mark = Quoted.mark(half.code().at(half.at()).text());
    this.close = half.behind().startsWith(mark) ? "" : mark;
  }

  List<Candidate> best() {
    Code code = half.code();
    int at = half.at();
    if (code.is(at - 1, "[") && code.endsValue(at - 2)) {
      members(half.typing().endingAt(at - 2));
    } else if (compared(at)) {
      fact(at - (code.is(at - 3, "=") || code.is(at - 3, "!") ? 4 : 3));
    } else if (code.is(at - 1, "from") || code.is(at - 1, "import")) {
      return new FileOffers(folder).of(half.typed(), half.start());
    } else {
      return given(at);
    }
    return offers.best();
  }

  private void members(Meaning object) {
    Stream<String> names = object.members().stream();
    if (object.shape() instanceof Shape.Thing(String kind)) {
      names =
          catalogue.kind(kind).stream()
              .flatMap(entry -> entry.facts().stream())
              .map(Saying::name)
              .map(half.language()::spell);
    }
    names.forEach(name -> offers.add("members", name, name + close, "", false));
  }

  /// `==`, `===`, `!=` or `!==` stand before it.
  private boolean compared(int at) {
    Code code = half.code();
    return code.is(at - 1, "=") && (code.is(at - 2, "=") || code.is(at - 2, "!"));
  }

  private void fact(int last) {
    Code code = half.code();
    Meaning fact = half.typing().endingAt(last);
    if (fact.shape() instanceof Shape.Choice(List<String> texts)) {
      live().choices(texts);
    } else if (code.is(last, "queue") && code.object(last) >= 0) {
      live().queueIds(fact.cluster());
    }
  }

  private IdOffers live() {
    return new IdOffers(ids, offers, "", close);
  }

  private List<Candidate> given(int at) {
    Code code = half.code();
    int around = code.around(at);
    int element = around >= 0 && code.is(around, "[") ? around : at;
    Optional<OpenCall> call = OpenCall.around(code, half.typing(), element);
    Optional<Input> input = call.flatMap(OpenCall::input);
    Wanted wanted =
        call.isPresent() && input.isPresent()
            ? Wanted.by(call.get().word(), input.get())
            : new Wanted.Whatever();
    return wanted(wanted, call.map(OpenCall::cluster).orElse(""));
  }

  private List<Candidate> wanted(Wanted wanted, String cluster) {
    switch (wanted) {
      case Wanted.ACluster() -> live().clusters();
      case Wanted.AQueue() -> live().queues(cluster);
      case Wanted.ARun() -> live().runs();
      case Wanted.Among(List<String> choices) -> live().choices(choices);
      case Wanted.SomeNodes() -> {
        return nodes(cluster);
      }
      case Wanted.Whatever() -> {
        return whatever();
      }
    }
    return offers.best();
  }

  private List<Candidate> nodes(String cluster) {
    return new NodeOffers(half.typed(), half.start()).of(IdOffers.members(ids, cluster));
  }

  /// A text that means nothing known, but begins like an id or a file.
  private List<Candidate> whatever() {
    String typed = half.typed();
    if (typed.startsWith("./") || typed.startsWith("../") || typed.startsWith("/")) {
      return new FileOffers(folder).of(typed, half.start());
    } else if (typed.length() < LEAST) {
      return List.of();
    } else if (typed.startsWith("ehpcq-")) {
      live().queues("");
    } else if (typed.startsWith("ehpc-") || typed.startsWith("hpc-")) {
      live().clusters();
    } else if (typed.startsWith("r-2")) {
      live().runs();
    } else {
      return nodes("");
    }
    return offers.best();
  }
}
