package io.ebb.script;

/// A script has used more than one of its [Bounds] allows, and ends.
final class BoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;
  private final boolean memory;

  /// @param hint what to do
  BoundException(String message, String hint) {
    this(message, hint, false);
  }

  private BoundException(String message, String hint, boolean memory) {
    super(message);
    this.hint = hint;
    this.memory = memory;
  }

  /// The memory is used up.
  static BoundException memory() {
    return new BoundException(
        "the script has used up the memory it may have",
        "keep fewer values at once, such as counts instead of lists",
        true);
  }

  /// Whether it is the memory: what the script holds goes on using it up.
  boolean ofMemory() {
    return memory;
  }

  String hint() {
    return hint;
  }
}
