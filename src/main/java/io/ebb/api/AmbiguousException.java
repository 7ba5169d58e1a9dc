package io.ebb.api;

/// A write was sent and its answer is unknown: it may have happened, be happening, or not.
///
/// Look at the operation log and the resources before anything else; never repeat it blindly.
/// [#sent] says what to look for.
public final class AmbiguousException extends EhpcException {
  private static final long serialVersionUID = 1;

  private final transient Sent sent; // not for serialisation, as in every exception of this room

  AmbiguousException(Failure failure, Sent sent) {
    super("ambiguous", "It is not known whether this happened: ", failure);
    this.sent = sent;
  }

  /// What it was about: cluster, queue, and nodes by id or serial.
  public Subject subject() {
    return failure().subject();
  }

  /// What was sent, where, and when by the service's clock; without secrets.
  public Sent sent() {
    return sent;
  }
}
