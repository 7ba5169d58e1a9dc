package io.ebb.api;

/// A write was sent and its answer is unknown: it may have happened, be happening, or not.
///
/// Look at the operation log and the resources before anything else; never repeat it blindly.
/// [#sent] says what to look for.
public final class AmbiguousException extends EhpcException {
  private static final long serialVersionUID = 1;

  // Not for serialisation; exceptions of this room are never stored that way.
  private final transient Subject subject;
  private final transient Sent sent;

  AmbiguousException(Failure failure, Sent sent) {
    super("ambiguous", "It is not known whether this happened: ", failure);
    this.subject = failure.subject();
    this.sent = sent;
  }

  /// What it was about: cluster, queue, and nodes by id or serial.
  public Subject subject() {
    return subject;
  }

  /// What was sent, where, and when by the service's clock; without secrets.
  public Sent sent() {
    return sent;
  }
}
