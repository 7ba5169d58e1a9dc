package io.ebb.api;

/// The request is wrong, or never allowed; the same request will fail again.
public final class BadRequestException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public BadRequestException(Failure failure) {
    super("bad request", failure);
  }
}
