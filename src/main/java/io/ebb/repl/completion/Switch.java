package io.ebb.repl.completion;

import io.ebb.script.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line in the other language: `py …`, `js …`.
final class Switch {
  /// How long the word is, with its blank.
  static final int LENGTH = 3;

  /// What begins like an operator is not one: `js = 3`.
  private static final Pattern LINE =
      Pattern.compile("(py|js) (?!\\s*[-=+*/.,;)&|<>?!%]).*", Pattern.DOTALL);

  private Switch() {}

  static Optional<Language> of(String text) {
    Matcher line = LINE.matcher(text);
    return line.matches()
        ? Optional.of(line.group(1).equals("py") ? Language.PYTHON : Language.JAVASCRIPT)
        : Optional.empty();
  }
}
