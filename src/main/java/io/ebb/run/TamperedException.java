package io.ebb.run;

/// The events of a run are not those that were written: somebody has changed the journal by hand.
public final class TamperedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened, to what, and what to do
  TamperedException(String message) {
    super(message);
  }
}
