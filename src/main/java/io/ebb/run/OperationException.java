package io.ebb.run;

import io.ebb.cluster.Operation;
import java.time.Duration;

/// An operation of the service that somebody waits for has not ended well, or not in time.
public final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String operation;
  private final String hint;

  private OperationException(String message, String operation, String hint) {
    super(message);
    this.operation = operation;
    this.hint = hint;
  }

  /// The same was said before, in a run that is gone through again.
  public static OperationException again(String message, String operation, String hint) {
    return new OperationException(message, operation, hint);
  }

  static OperationException failed(Operation operation) {
    return new OperationException(
        "operation %s (%s) failed%s"
            .formatted(
                operation.id(),
                operation.action(),
                operation.errorCodes().isEmpty() ? "" : ": " + operation.errorCodes()),
        operation.id(),
        "it may have taken effect on some nodes only: look at them before it is ordered again");
  }

  static OperationException pending(Operation operation, Duration atMost) {
    return new OperationException(
        "operation %s (%s) goes on still, and was waited for %d s"
            .formatted(operation.id(), operation.action(), atMost.toSeconds()),
        operation.id(),
        "wait for it again, with a longer atMost");
  }

  static OperationException missing(Operation operation) {
    return new OperationException(
        "operation %s (%s) is not in the operation log"
            .formatted(operation.id(), operation.action()),
        operation.id(),
        "look at what it was to change before it is ordered again");
  }

  /// The id of the operation.
  public String operation() {
    return operation;
  }

  /// What to do next.
  public String hint() {
    return hint;
  }
}
