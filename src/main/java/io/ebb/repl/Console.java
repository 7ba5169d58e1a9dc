package io.ebb.repl;

import java.io.PrintStream;
import java.util.Optional;

/// The terminal of this process, or another one, as a session uses it.
///
/// What is printed to [#output] and [#errors] while a line is being read goes above that line,
/// which stays as it is. Those two are for any thread, the rest is for the one that made it.
@SuppressWarnings("DoNotCallSuggester")
public final class Console implements AutoCloseable {
  Console() {}

  /// Reads lines and has them carried out until one of them, Ctrl-D or the end of the terminal ends
  /// the session. Ctrl-C at the prompt drops the line; while a line is carried out it
  /// [interrupts][Conversation#interrupt].
  public void converse(Conversation conversation) {
    throw new UnsupportedOperationException();
  }

  /// Asks for one line, which is not kept in the history.
  ///
  /// @param question what stands before the cursor, a blank at its end
  /// @return what was typed; empty when the question was left by Ctrl-C or Ctrl-D
  public Optional<String> ask(String question) {
    throw new UnsupportedOperationException();
  }

  /// Where results go.
  public PrintStream output() {
    throw new UnsupportedOperationException();
  }

  /// Where everything else goes.
  public PrintStream errors() {
    throw new UnsupportedOperationException();
  }

  /// How many columns there are now.
  public int columns() {
    throw new UnsupportedOperationException();
  }

  /// How many lines there are now.
  public int lines() {
    throw new UnsupportedOperationException();
  }

  /// Whether a line can be written over, and the cursor moved.
  public boolean live() {
    throw new UnsupportedOperationException();
  }

  /// Shows a text that is longer than the screen page by page; prints it where that cannot be done.
  public void page(String text) {
    throw new UnsupportedOperationException();
  }

  /// Has a text edited in the editor of `VISUAL` or `EDITOR`, else in one of our own.
  ///
  /// @param text what to begin with
  /// @param suffix the ending of the file's name, such as `.js`
  /// @return the text as it was left; empty when the editor failed
  public Optional<String> edit(String text, String suffix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
