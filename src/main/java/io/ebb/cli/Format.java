package io.ebb.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    String joined = String.join(" ", words) + " ";
    return Arrays.stream(values())
        .filter(format -> joined.matches(".*(^| )(-o[ =]?|--output[ =])" + format + " .*"))
        .findFirst()
        .orElse(TABLE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
