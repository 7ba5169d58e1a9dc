package io.ebb.script;

import io.ebb.api.EhpcException;
import io.ebb.run.Entry;
import io.ebb.run.OperationException;
import io.ebb.run.RefusedException;
import java.util.Optional;

/// An error that a script was told in answer to a call.
///
/// @param message what went wrong
/// @param hint what to do about it; empty when the message says all
public record CallError(String message, String hint) {

  /// The error in a call that was recorded; empty when it gave a value.
  public static Optional<CallError> recorded(Entry.Called call) {
    if (Answers.isGiven(call.answer())) {
      return Optional.empty();
    }
    try {
      Reply _ = Answers.read(call.answer(), Form.REPLY);
      return Optional.empty();
    } catch (RuntimeException told) {
      return Optional.of(of(told));
    }
  }

  private static CallError of(RuntimeException told) {
    String message = String.valueOf(told.getMessage());
    return switch (told) {
      case EhpcException service -> new CallError(message, service.hint());
      case RefusedException refused -> new CallError(message, refused.hint());
      case OperationException operation -> new CallError(message, operation.hint());
      default -> new CallError(message, "");
    };
  }
}
