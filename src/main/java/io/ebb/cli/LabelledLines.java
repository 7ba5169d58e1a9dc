package io.ebb.cli;

import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import java.util.List;
import java.util.OptionalInt;

/// Lines with a label each, below one another: a long text goes on below itself, behind the labels.
///
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record LabelledLines(Palette palette, OptionalInt width) {
  /// A file has no width; this one reads well.
  private static final int PIPE_WIDTH = 120;

  private static final int INDENT = 2;

  /// The line above them, in bold.
  String title(String text) {
    StringBuilder lines = new StringBuilder();
    Paragraph.wrap(text, columns())
        .forEach(part -> lines.append(palette.paint(Style.BOLD, part)).append('\n'));
    return lines.toString();
  }

  /// One line, as long as the text takes.
  ///
  /// @param margin the column at which texts begin
  String line(String label, Style style, String text, int margin) {
    StringBuilder lines = new StringBuilder();
    String first = label;
    for (String part : parts(text, margin)) {
      lines
          .append(" ".repeat(INDENT))
          .append(first.isEmpty() ? "" : palette.paint(style, first))
          .append(" ".repeat(Math.max(1, margin - INDENT - first.length())))
          .append(part)
          .append('\n');
      first = "";
    }
    return lines.toString();
  }

  private List<String> parts(String text, int margin) {
    return Paragraph.wrap(text, columns() - margin);
  }

  private int columns() {
    return width.orElse(PIPE_WIDTH);
  }
}
