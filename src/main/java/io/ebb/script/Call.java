package io.ebb.script;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls of a script as one writes them, the same whatever the language.
final class Call {
  private Call() {}

  /// For example `cluster("ehpc-8jqdq0mz").queue("batch")`.
  ///
  /// @param target what the word is said on, as one writes it; empty for none
  /// @param arguments what is given to it; what is null is left out
  static String of(String target, String word, @Nullable Object... arguments) {
    return (target.isEmpty() ? "" : target + ".")
        + word
        + Arrays.stream(arguments)
            .filter(Objects::nonNull)
            .map(Answers.MAPPER::writeValueAsString)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
