package io.ebb.repl.completion;

import java.util.Locale;

/// Reads texts in quotes, finished or not.
final class Quoted {
  private static final String QUOTES = "\"'`";

  private Quoted() {}

  /// Where what is said begins: behind a prefix such as Python's `f`, and the quotes.
  static int begin(String token) {
    int quote = quoteAt(token);
    if (quote == token.length()) {
      return quote;
    }
    String mark = token.substring(quote, quote + 1);
    return token.startsWith(mark.repeat(3), quote) ? quote + 3 : quote + 1;
  }

  /// The quotes that it is closed by.
  static String mark(String token) {
    return token.substring(quoteAt(token), begin(token));
  }

  /// What it says, as it is written.
  static String content(String token) {
    int begin = begin(token);
    String mark = mark(token);
    boolean closed =
        !mark.isEmpty() && token.length() - mark.length() >= begin && token.endsWith(mark);
    return token.substring(begin, closed ? token.length() - mark.length() : token.length());
  }

  /// Whether code can stand in it: a template of JavaScript, an `f` text of Python.
  static boolean hasCode(String token) {
    return token.startsWith("`") || formatted(token);
  }

  private static boolean formatted(String token) {
    return token.substring(0, quoteAt(token)).toLowerCase(Locale.ROOT).contains("f");
  }

  /// Where code begins in a text that is open: in `${` of JavaScript, in `{` of an `f` text of
  /// Python; -1 where none is open.
  static int hole(String token) {
    boolean template = token.startsWith("`");
    boolean formatted = formatted(token);
    int open = template ? token.lastIndexOf("${") : formatted ? token.lastIndexOf('{') : -1;
    boolean doubled = formatted && open > 0 && token.charAt(open - 1) == '{';
    if (open < 0 || doubled || token.indexOf('}', open) >= 0) {
      return -1;
    }
    return open + (template ? 2 : 1);
  }

  private static int quoteAt(String token) {
    int at = 0;
    while (at < token.length() && QUOTES.indexOf(token.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
