package io.ebb.run;

import java.io.PrintWriter;
import java.io.StringWriter;

/// All that can be printed of an error.
final class Stack {
  private Stack() {}

  static String of(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
