package io.ebb.sim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The filters of lists: a parameter that is not given lets everything through.
final class Matches {
  private Matches() {}

  static <T> Predicate<T> exactly(Params params, String name, Function<T, String> value) {
    return params
        .find(name)
        .<Predicate<T>>map(wanted -> item -> wanted.equals(value.apply(item)))
        .orElse(_ -> true);
  }

  /// Items of which one of the values is among the words given.
  static <T> Predicate<T> any(List<String> words, Function<T, Collection<String>> values) {
    Set<String> wanted = Set.copyOf(words);
    return item -> wanted.isEmpty() || values.apply(item).stream().anyMatch(wanted::contains);
  }

  /// The fuzzy search by name: any part of it, in any case.
  static <T> Predicate<T> search(Params params, Function<T, String> name) {
    return params
        .find("search_word")
        .map(Matches::lower)
        .<Predicate<T>>map(word -> item -> lower(name.apply(item)).contains(word))
        .orElse(_ -> true);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
