package io.ebb.script;

import io.ebb.api.EhpcException;
import io.ebb.api.Told;
import io.ebb.plan.Violation;
import io.ebb.run.OperationException;
import io.ebb.run.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error that a script was told in answer to a call, as plain data. Exactly one component is
/// there.
///
/// @param told of the service
/// @param refused of a plan
/// @param misuse why the arguments did not fit
/// @param unended why an operation did not end as it should
record Thrown(
    @Nullable Told told,
    @Nullable Refusal refused,
    @Nullable String misuse,
    @Nullable Unended unended) {

  /// Why an operation did not end as it should.
  record Unended(String message, String operation, String hint) {}

  /// Why a plan was refused.
  record Refusal(String message, List<Violation> violations) {}

  /// Whether scripts are told of this error; else it is a fault, and no answer to a call.
  static boolean isAnswer(RuntimeException error) {
    return error instanceof EhpcException
        || error instanceof RefusedException
        || error instanceof OperationException
        || error instanceof IllegalArgumentException;
  }

  static Thrown of(RuntimeException error) {
    return switch (error) {
      case EhpcException e -> new Thrown(Told.of(e), null, null, null);
      case RefusedException e ->
          new Thrown(null, new Refusal(String.valueOf(e.getMessage()), e.violations()), null, null);
      case OperationException e ->
          new Thrown(
              null,
              null,
              null,
              new Unended(String.valueOf(e.getMessage()), e.operation(), e.hint()));
      default -> new Thrown(null, null, String.valueOf(error.getMessage()), null);
    };
  }

  /// An error that tells the same.
  RuntimeException again() {
    if (told != null) {
      return told.again();
    } else if (unended != null) {
      return OperationException.again(unended.message(), unended.operation(), unended.hint());
    }
    return refused == null
        ? new IllegalArgumentException(misuse)
        : RefusedException.again(refused.message(), refused.violations());
  }
}
