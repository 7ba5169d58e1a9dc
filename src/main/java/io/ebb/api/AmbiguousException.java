package io.ebb.api;

/// A write was sent and its answer is unknown: it may have happened, be happening, or not.
///
/// Look at the operation log and the resources before anything else; never repeat it blindly.
public final class AmbiguousException extends EhpcException {
  private static final long serialVersionUID = 1;

  // Not for serialisation; exceptions of this room are never stored that way.
  private final transient Subject subject;

  /// Of this failure.
  public AmbiguousException(Failure failure) {
    super("ambiguous", "It is not known whether this happened: ", failure);
    this.subject = failure.subject();
  }

  /// What was sent: cluster, queue, and nodes by id or serial.
  public Subject subject() {
    return subject;
  }
}
