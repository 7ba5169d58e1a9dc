package io.ebb.text;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// A column of a [Table].
///
/// @param title what stands above it; shown in upper case
/// @param align where its cells stand
/// @param flexible whether its cells may be cut when the terminal is too narrow
/// @param paint colours a cell; its text is safe for a terminal already
public record Column(String title, Align align, boolean flexible, UnaryOperator<String> paint) {

  /// On which side a cell is flush.
  public enum Align {
    LEFT,
    RIGHT
  }

  /// A column of text, never cut: people copy ids from it.
  public static Column left(String title) {
    return new Column(title, Align.LEFT, false, UnaryOperator.identity());
  }

  /// A column of numbers, never cut.
  public static Column right(String title) {
    return new Column(title, Align.RIGHT, false, UnaryOperator.identity());
  }

  /// A column of prose or names, cut when the terminal is too narrow.
  public static Column flexible(String title) {
    return new Column(title, Align.LEFT, true, UnaryOperator.identity());
  }

  /// This column, its cells in colours.
  public Column painted(UnaryOperator<String> colours) {
    return new Column(title, align, flexible, colours);
  }

  Line header() {
    return Line.of(title.toUpperCase(Locale.ROOT));
  }
}
