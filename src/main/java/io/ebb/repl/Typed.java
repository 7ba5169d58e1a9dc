package io.ebb.repl;

/// What came of waiting for somebody to type.
sealed interface Typed {

  /// A statement or an answer, one line or more.
  record Text(String text) implements Typed {}

  /// No text.
  enum Nothing implements Typed {
    /// Ctrl-C: what was typed so far is dropped.
    DROPPED,
    /// Ctrl-D with nothing typed.
    LEFT,
    /// The terminal is no longer there, or the process has to end.
    GONE
  }
}
