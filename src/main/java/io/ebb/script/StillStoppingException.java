package io.ebb.script;

/// A statement was interrupted, and its language cannot be used until it has come to its end: a
/// call that changes something is in flight, for example, and its answer has to be written down.
public final class StillStoppingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StillStoppingException(String message) {
    super(message);
  }
}
