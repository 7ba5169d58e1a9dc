package io.ebb.run;

/// Somebody else has taken over the run: whoever carries it out has to stop before the next change.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened, to what, and what to do
  LeaseLostException(String message) {
    super(message);
  }
}
