package io.ebb.script.runbook;

import io.ebb.script.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a fence opens.
///
/// @param marks its backticks or tildes
/// @param word what its text is written in; empty when it does not say
/// @param rest what else stands in its line, from the `{` on if there is one
record Fence(String marks, String word, String rest) {
  /// Also one that stands in a list or a quote.
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:[ \\t>]|(?:[-*+]|\\d{1,9}[.)])[ \\t])*"
              + "(?<marks>`{3,}|~{3,})\\s*(?<word>[^\\s{`,:;]*)\\s*(?<rest>.*?)\\s*");

  /// The fence that this line may open.
  static Optional<Fence> opened(String line) {
    Matcher matcher = OPENING.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Fence(matcher.group("marks"), matcher.group("word"), matcher.group("rest")))
        : Optional.empty();
  }

  /// The language that its text runs in; empty when it is shown, or carried out by a person.
  Optional<Language> language() {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "js", "javascript" -> Optional.of(Language.JAVASCRIPT);
      case "py", "python" -> Optional.of(Language.PYTHON);
      default -> Optional.empty();
    };
  }

  boolean hasAttributes() {
    return rest.startsWith("{");
  }

  /// Whether whoever wrote it wants it carried out.
  boolean meansBlock() {
    return language().isPresent() || (hasAttributes() && rest.contains(BlockReader.MANUAL));
  }

  /// Whether such a line would have to close this fence before it could open another.
  boolean swallows(Fence other) {
    return other.marks.charAt(0) == marks.charAt(0) && other.marks.length() >= marks.length();
  }
}
