package io.ebb.text;

import org.jspecify.annotations.Nullable;

/// What the user wants of colours: the values of `--color`.
public enum ColourChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /// The palette for one output stream. What comes first wins: this choice if it is not [#AUTO],
  /// `NO_COLOR`, `CLICOLOR_FORCE`, and at last whether the stream is a terminal that knows colours.
  ///
  /// @param noColor the variable `NO_COLOR`; null or empty when not set
  /// @param clicolorForce the variable `CLICOLOR_FORCE`; null, empty or `0` when not set
  /// @param terminal whether the stream is a terminal
  /// @param term the variable `TERM`; null when not set
  public Palette palette(
      @Nullable String noColor,
      @Nullable String clicolorForce,
      boolean terminal,
      @Nullable String term) {
    boolean colour =
        switch (this) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> !isSet(noColor) && (forced(clicolorForce) || (terminal && !dumb(term)));
        };
    return colour ? Palette.COLOUR : Palette.PLAIN;
  }

  private static boolean forced(@Nullable String clicolorForce) {
    return isSet(clicolorForce) && !"0".equals(clicolorForce);
  }

  private static boolean dumb(@Nullable String term) {
    return !isSet(term) || "dumb".equals(term);
  }

  private static boolean isSet(@Nullable String variable) {
    return variable != null && !variable.isEmpty();
  }
}
