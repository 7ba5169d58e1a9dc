package io.ebb.api;

/// Out of something that is counted: resources, money, or calls.
public final class QuotaException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public QuotaException(Failure failure) {
    super("quota", failure);
  }
}
