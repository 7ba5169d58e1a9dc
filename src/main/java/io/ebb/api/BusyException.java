package io.ebb.api;

/// The service cannot do it now. A write that fails this way did not happen; wait and try again.
public final class BusyException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public BusyException(Failure failure) {
    super("busy", failure);
  }
}
