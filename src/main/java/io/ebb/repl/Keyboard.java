package io.ebb.repl;

/// What is typed at a terminal and what is shown there meanwhile.
sealed interface Keyboard permits LineEditor, PlainKeyboard {

  /// Waits for a whole statement.
  Typed statement(Conversation conversation);

  /// Waits for one line that nobody remembers.
  Typed answer(String question);

  /// Shows a text: above the line that is being read, if there is one. For any thread.
  ///
  /// @param text whole lines while a line is being read
  void show(String text);

  /// Whether a line is being read, so that only whole lines can be shown. For any thread.
  boolean reading();

  /// Gives the terminal to something else until that is done; what is shown meanwhile comes after.
  void aside(Runnable work);
}
