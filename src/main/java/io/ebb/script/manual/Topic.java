package io.ebb.script.manual;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// What somebody wants to read about: the whole manual, or some of it.
///
/// @param kinds kinds of objects, each with all its facts and words
/// @param sayings single facts and words
/// @param errors classes of errors
public record Topic(List<Catalogue.Entry> kinds, List<Saying> sayings, List<ErrorKind> errors) {

  /// Copies the lists.
  public Topic {
    kinds = List.copyOf(kinds);
    sayings = List.copyOf(sayings);
    errors = List.copyOf(errors);
  }

  /// All that there is.
  public static Topic everything(Catalogue catalogue) {
    return new Topic(catalogue.kinds(), List.of(), List.of(ErrorKind.values()));
  }

  /// What has this name, spelt as in either language: a kind (`cluster`), a class of errors
  /// (`RefusedError`), facts and words (`retire`, `in_queue`, `cluster.retire`), or else the words
  /// that have an option or a parameter of this name.
  ///
  /// @throws NoSuchTopicException when there is nothing of this name
  public static Topic named(Catalogue catalogue, String name) {
    String wanted = Names.camel(name.replaceFirst("\\(.*", ""));
    Topic found =
        new Topic(
            catalogue.kinds().stream().filter(kind -> kind.name().equals(wanted)).toList(),
            sayings(catalogue, saying -> isCalled(saying, wanted)),
            Arrays.stream(ErrorKind.values()).filter(e -> e.type().equals(wanted)).toList());
    if (found.isEmpty()) {
      found = new Topic(List.of(), sayings(catalogue, word -> takes(word, wanted)), List.of());
    }
    if (found.isEmpty()) {
      throw new NoSuchTopicException(catalogue, name);
    }
    return found;
  }

  /// The names in it, in their order: `cluster`, `cluster.retire`, `RefusedError`.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> {
      names.add(kind.name());
      kind.sayings().forEach(saying -> names.add(saying.said()));
    });
    sayings.forEach(saying -> names.add(saying.said()));
    errors.forEach(error -> names.add(error.type()));
    return names;
  }

  private boolean isEmpty() {
    return kinds.isEmpty() && sayings.isEmpty() && errors.isEmpty();
  }

  private static List<Saying> sayings(Catalogue catalogue, Predicate<Saying> wanted) {
    return catalogue.kinds().stream()
        .flatMap(kind -> kind.sayings().stream())
        .filter(wanted)
        .toList();
  }

  private static boolean isCalled(Saying saying, String name) {
    return saying.name().equals(name) || saying.key().equals(name);
  }

  private static boolean takes(Saying word, String name) {
    return word.inputs().stream().anyMatch(input -> input.name().equals(name));
  }
}
