package io.ebb.script;

/// A word was said wrongly: a missing, surplus or ill-typed argument. Reaches the script as its
/// language's own `TypeError`.
final class MisuseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MisuseException(String message) {
    super(message);
  }
}
