package io.ebb.script.manual;

import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;

/// Lines of text for a terminal, indented and wrapped.
final class Page {
  /// Where what a title is about begins.
  static final int BELOW = 2;

  /// Where what a line of a list is about begins.
  static final int DEEP = 6;

  /// Narrower than this, prose is not wrapped any more.
  private static final int LEAST = 20;

  private final Palette palette;
  private final int columns;
  private final StringBuilder out = new StringBuilder();

  Page(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /// An empty line, unless nothing stands before it.
  void gap() {
    out.append(out.isEmpty() ? "" : "\n");
  }

  /// What a paragraph is about; what does not fit goes on further to the right.
  void title(int indent, String text) {
    String first = Paragraph.wrap(text, width(indent)).getFirst();
    bold(indent, first);
    String rest = text.substring(first.length()).strip();
    if (!rest.isEmpty()) {
      int hanging = indent + DEEP - BELOW;
      Paragraph.wrap(rest, width(hanging)).forEach(line -> bold(hanging, line));
    }
  }

  private void bold(int indent, String line) {
    out.append(" ".repeat(indent)).append(palette.paint(Style.BOLD, line)).append('\n');
  }

  /// Sentences, in which code stands between backticks.
  void prose(int indent, String text) {
    for (String line : Paragraph.wrap(text.replace("`", ""), width(indent))) {
      out.append(" ".repeat(indent)).append(line).append('\n');
    }
  }

  /// A line that is not to be broken, behind a label.
  void code(String label, String line) {
    out.append(" ".repeat(BELOW)).append(palette.paint(Style.DIM, label)).append(line).append('\n');
  }

  private int width(int indent) {
    return Math.max(LEAST, columns - indent);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
