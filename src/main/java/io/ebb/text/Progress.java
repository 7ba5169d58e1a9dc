package io.ebb.text;

import java.io.PrintStream;

/// Says what is going on right now, on one line.
///
/// Has no thread of its own: it shows what it is told, when it is told. Both kinds are safe for use
/// by many threads.
public sealed interface Progress extends AutoCloseable permits TerminalProgress, PlainProgress {

  /// For a terminal: one line that is written over and over, cut to the width, gone at the end.
  ///
  /// @param out usually standard error; not closed
  /// @param columns the width of the terminal, at least 2
  static Progress onTerminal(PrintStream out, int columns) {
    return new TerminalProgress(out, columns);
  }

  /// For a pipe, a file or a dumb terminal: a line of its own each time the text changes.
  ///
  /// @param out usually standard error; not closed
  static Progress plain(PrintStream out) {
    return new PlainProgress(out);
  }

  /// Shows this text until the next one.
  void show(String text);

  /// Prints a line that stays, above the progress.
  void print(String line);

  /// Takes the progress away. Nothing may be shown after that.
  @Override
  void close();
}
