package io.ebb.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How results are written.
enum Format {
  /// For people.
  TABLE,
  /// JSON: one document for each thing that is shown.
  JSON,
  /// YAML: one document for each thing that is shown.
  YAML,
  /// Bare names, one a line, for other commands.
  NAME;

  /// The format that the words of a command line ask for, also when they are wrong otherwise.
  static Format among(List<String> words) {
    String joined = " " + String.join(" ", words) + " ";
    return Arrays.stream(values())
        .filter(format -> asked(format).matcher(joined).find())
        .findFirst()
        .orElse(TABLE);
  }

  private static Pattern asked(Format format) {
    return Pattern.compile(" (-o[ =]?|--output[ =])" + format + " ", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
