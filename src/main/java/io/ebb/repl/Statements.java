package io.ebb.repl;

/// What Enter means in a statement of several lines.
final class Statements {
  private static final String PYTHON = "py";
  private static final int INDENT = 4;

  private Statements() {}

  /// Whether Enter begins a further line: in the middle of a statement always, at its end as long
  /// as the conversation misses something. Two blank lines end everything.
  static boolean goesOn(String text, int cursor, Conversation conversation) {
    if (text.isBlank()) {
      return false;
    }
    if (text.indexOf('\n', cursor) >= 0) {
      return true;
    }
    return !endsInTwoBlankLines(text) && conversation.incomplete(tidy(text));
  }

  /// The text without the indentation of a last line that holds nothing else.
  static String tidy(String text) {
    int begin = text.lastIndexOf('\n') + 1;
    return text.substring(begin).isBlank() ? text.substring(0, begin) : text;
  }

  /// What the line after this one begins with.
  ///
  /// @param before the statement up to the cursor
  /// @param language the id of its language
  static String indentation(String before, String language) {
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int indent = line.length() - line.stripLeading().length();
    boolean deeper = language.startsWith(PYTHON) && line.stripTrailing().endsWith(":");
    return line.substring(0, indent) + (deeper ? " ".repeat(INDENT) : "");
  }

  /// What Tab inserts where only blanks stand before the cursor; empty where it completes.
  static String tab(String before) {
    int begin = before.lastIndexOf('\n') + 1;
    String line = before.substring(begin);
    return begin == 0 || !line.isBlank() ? "" : " ".repeat(INDENT - line.length() % INDENT);
  }

  private static boolean endsInTwoBlankLines(String text) {
    int last = text.lastIndexOf('\n');
    if (last < 0 || !text.substring(last).isBlank()) {
      return false;
    }
    int before = text.lastIndexOf('\n', last - 1);
    return before >= 0 && text.substring(before, last).isBlank();
  }
}
