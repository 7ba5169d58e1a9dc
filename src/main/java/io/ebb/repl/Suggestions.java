package io.ebb.repl;

import java.util.Iterator;
import org.jline.reader.History;

/// Finds how the line that is typed went on when it was typed before.
final class Suggestions {
  /// A key must not wait for a long history.
  private static final int LOOK_BACK = 1_000;

  private Suggestions() {}

  /// The rest of the last statement that begins like this and may be suggested; may be empty.
  static String rest(String text, History history, Conversation conversation) {
    if (text.isBlank() || history.isEmpty()) {
      return "";
    }
    Iterator<History.Entry> entries = history.reverseIterator();
    for (int i = 0; i < LOOK_BACK && entries.hasNext(); i++) {
      String line = entries.next().line();
      if (line.length() > text.length()
          && line.startsWith(text)
          && conversation.suggestible(line)) {
        return line.substring(text.length());
      }
    }
    return "";
  }
}
