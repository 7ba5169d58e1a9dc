package io.ebb.cli;

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

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
