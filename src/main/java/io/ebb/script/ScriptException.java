package io.ebb.script;

import org.jspecify.annotations.Nullable;

/// A script ended with an error that nothing in it caught.
///
/// The cause is the exception behind the error when a word failed, and null when the fault is the
/// script's own.
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;
  private final String sourceLine;
  private final String hint;
  private final String step;

  ScriptException(
      String message,
      String file,
      int line,
      int column,
      String sourceLine,
      String hint,
      String step,
      @Nullable Throwable cause) {
    super(message, cause);
    this.file = file;
    this.line = line;
    this.column = column;
    this.sourceLine = sourceLine;
    this.hint = hint;
    this.step = step;
  }

  /// The same error with more to do about it.
  ScriptException hinting(String more) {
    String all = hint.isEmpty() ? more : hint + "; " + more;
    return new ScriptException(
        String.valueOf(getMessage()), file, line, column, sourceLine, all, step, getCause());
  }

  /// The name of the script.
  public String file() {
    return file;
  }

  /// The line of the script, from 1; 0 when unknown.
  public int line() {
    return line;
  }

  /// The column in the line, from 1; 0 when unknown.
  public int column() {
    return column;
  }

  /// The line itself; empty when unknown.
  public String sourceLine() {
    return sourceLine;
  }

  /// What to do; empty when the message says all.
  public String hint() {
    return hint;
  }

  /// The step of the script that has failed, behind those that it was in; empty when none has.
  public String step() {
    return step;
  }

  /// Where it happened: the [#location], and the step if there is one.
  public String place() {
    return step.isEmpty() ? location() : location() + ": in step " + step;
  }

  /// `file:line:column`, as far as known.
  public String location() {
    return line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
  }

  /// The source line with a caret below the column; empty when the place is unknown.
  public String excerpt() {
    if (sourceLine.isEmpty()) {
      return "";
    }
    String before = sourceLine.substring(0, Math.min(Math.max(column - 1, 0), sourceLine.length()));
    return sourceLine + "\n" + before.replaceAll("[^\t]", " ") + "^";
  }
}
