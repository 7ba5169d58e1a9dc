package io.ebb.repl;

import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Style;

/// How a [PromptLine] looks.
///
/// @param colours whether it may be coloured
record Prompts(boolean colours) {
  private static final String WHITE_ON_RED = "\033[1;97;41m";
  private static final String RESET = "\033[0m";

  /// What stands before the first line of a statement.
  ///
  /// @param columns the width of the terminal, half of which is left to who types
  String first(PromptLine line, int columns) {
    String label = label(line, columns);
    if (!colours) {
      return label + " ";
    }
    return line.production()
        ? WHITE_ON_RED + label + RESET + " "
        : Palette.COLOUR.paint(Style.BOLD, label) + " ";
  }

  /// What stands before its further lines.
  String further(PromptLine line, int columns) {
    String dots = ".".repeat(Line.of(label(line, columns)).width());
    return (colours ? Palette.COLOUR.paint(Style.DIM, dots) : dots) + " ";
  }

  private static String label(PromptLine line, int columns) {
    String place = (line.production() ? "PRODUCTION " : "") + line.place();
    String language = " " + line.language() + ">";
    int room = Math.max(columns / 2 - language.length() - 1, 1);
    return Line.of(place).cut(room) + language;
  }
}
