package io.ebb.api;

/// The state of things forbids it now: in transition, an invariant, a dependency, no permission.
///
/// Look again before deciding; do not repeat blindly.
public final class ConflictException extends EhpcException {
  private static final long serialVersionUID = 1;

  /// Of this failure.
  public ConflictException(Failure failure) {
    super("conflict", failure);
  }
}
