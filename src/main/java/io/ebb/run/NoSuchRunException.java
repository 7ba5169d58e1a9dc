package io.ebb.run;

/// The journal knows no run of this name.
public final class NoSuchRunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened, to what, and what to do
  public NoSuchRunException(String message) {
    super(message);
  }
}
