package io.ebb.script;

/// A script has used more than one of its [Bounds] allows, and ends.
final class BoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /// @param hint what to do
  BoundException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
