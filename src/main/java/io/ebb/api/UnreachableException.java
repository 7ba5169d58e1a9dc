package io.ebb.api;

/// The service could not be reached, or what answers is not the EHPC API.
///
/// A write that fails this way was not carried out. One that something else than the service
/// answered with a redirect or a page may have been, and ends in an [AmbiguousException].
public final class UnreachableException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public UnreachableException(Failure failure) {
    super("unreachable", failure);
  }
}
