package io.ebb.text;

/// What a piece of text means to the reader; [Palette] decides how that looks.
public enum Style {
  /// It worked.
  SUCCESS("32"),
  /// Worth a look.
  WARNING("33"),
  /// It went wrong.
  ERROR("31"),
  /// Beside the point.
  DIM("2"),
  /// The point.
  BOLD("1"),
  /// Said with stress.
  STRESS("3");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// The parameter of the terminal's "select graphic rendition" sequence.
  String code() {
    return code;
  }
}
