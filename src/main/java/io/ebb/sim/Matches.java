package io.ebb.sim;

import java.util.List;
import java.util.Locale;

/// The filters of lists: a parameter that is not given lets everything through.
final class Matches {
  private Matches() {}

  static boolean exactly(Params params, String name, String value) {
    return params.find(name).map(value::equals).orElse(true);
  }

  /// Whether one of the values is among the words given.
  static boolean any(List<String> words, List<String> values) {
    return words.isEmpty() || values.stream().anyMatch(words::contains);
  }

  /// The fuzzy search by name: any part of it, in any case.
  static boolean search(Params params, String name) {
    return params
        .find("search_word")
        .map(word -> name.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}
