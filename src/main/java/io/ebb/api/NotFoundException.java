package io.ebb.api;

/// What the call was about is not there (any more).
public final class NotFoundException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public NotFoundException(Failure failure) {
    super("not found", failure);
  }
}
