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
/// @param refused by a guard, a limit or a person
/// @param misuse why the arguments did not fit
/// @param unended why an operation did not end as it should
record Thrown(
    @Nullable Told told,
    @Nullable Refusal refused,
    @Nullable String misuse,
    @Nullable Unended unended) {

  /// Why an operation did not end as it should.
  record Unended(String message, String operation, String hint) {
    static Unended of(OperationException e) {
      return new Unended(String.valueOf(e.getMessage()), e.operation(), e.hint());
    }

    OperationException again() {
      return OperationException.again(message, operation, hint);
    }
  }

  /// Why something was refused.
  ///
  /// @param hint what to do; null when the message says all
  record Refusal(String message, @Nullable String hint, List<Violation> violations) {
    static Refusal of(RefusedException e) {
      String hint = e.hint().isEmpty() ? null : e.hint();
      return new Refusal(String.valueOf(e.getMessage()), hint, e.violations());
    }

    RefusedException again() {
      return RefusedException.again(message, hint == null ? "" : hint, violations);
    }
  }

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
      case RefusedException e -> new Thrown(null, Refusal.of(e), null, null);
      case OperationException e -> new Thrown(null, null, null, Unended.of(e));
      default -> new Thrown(null, null, String.valueOf(error.getMessage()), null);
    };
  }

  /// An error that tells the same.
  RuntimeException again() {
    if (told != null) {
      return told.again();
    } else if (unended != null) {
      return unended.again();
    }
    return refused == null ? new IllegalArgumentException(misuse) : refused.again();
  }
}
