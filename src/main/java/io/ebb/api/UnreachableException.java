package io.ebb.api;

/// The service could not be reached, or what answers is not the EHPC API.
///
/// A write that fails this way was surely not carried out.
public final class UnreachableException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public UnreachableException(Failure failure) {
    super("unreachable", failure);
  }
}
