package io.ebb.api;

/// The service does not accept who is asking, or when: unknown key, wrong signature, wrong clock.
public final class AuthException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public AuthException(Failure failure) {
    super("auth", failure);
  }
}
