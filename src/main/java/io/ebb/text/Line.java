package io.ebb.text;

import org.jline.utils.AttributedString;

/// One line of text that is safe to write to a terminal, measured in terminal columns.
///
/// A Chinese character or an emoji takes two columns, a combining mark none. Immutable.
public final class Line {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final String CUT_MARK = "…";

  private final AttributedString text;

  private Line(String text) {
    this.text = new AttributedString(text);
  }

  /// The line that shows `raw`, which may come from anywhere: line breaks and tabs become blanks;
  /// what would steer the terminal or hide or reorder text becomes a visible sign (`␛`, `�`).
  public static Line of(String raw) {
    var safe = new StringBuilder(raw.length());
    raw.codePoints().map(Line::harmless).forEach(safe::appendCodePoint);
    return new Line(safe.toString());
  }

  /// How many terminal columns the line takes.
  public int width() {
    return text.columnLength();
  }

  /// This line if it takes at most `columns`, else its beginning with a `…` as last character. A
  /// character is never cut in half, so the result may be one column shorter.
  ///
  /// @param columns at least 1
  public Line cut(int columns) {
    if (width() <= columns) {
      return this;
    }
    return new Line(text.columnSubSequence(0, columns - 1) + CUT_MARK);
  }

  /// The text, without a line break.
  @Override
  public String toString() {
    return text.toString();
  }

  private static int harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> visible(character);
      case Character.FORMAT -> character == ZERO_WIDTH_JOINER ? character : '\uFFFD';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.SURROGATE -> '\uFFFD';
      default -> character;
    };
  }

  private static int visible(int control) {
    if (Character.isWhitespace(control)) {
      return ' ';
    }
    if (control < ' ') {
      return CONTROL_PICTURES + control;
    }
    return control == DELETE ? '␡' : '\uFFFD';
  }
}
