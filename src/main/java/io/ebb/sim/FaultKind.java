package io.ebb.sim;

import java.time.Duration;

/// What goes wrong.
public sealed interface FaultKind {

  /// The call is answered, but only after so long by the machine's clock.
  record Delay(Duration span) implements FaultKind {}

  /// The connection is dropped before the request is looked at.
  record ResetBefore() implements FaultKind {}

  /// The request takes effect, then the connection is dropped without a reply.
  record ResetAfter() implements FaultKind {}

  /// The request is not looked at; the reply has this HTTP status and body.
  record HttpStatus(int status, String body) implements FaultKind {}

  /// The request is not looked at; the reply has this `ret_code`.
  record RetCode(int code, String message) implements FaultKind {}

  /// The request takes effect; the reply is not JSON.
  record Garbage() implements FaultKind {}

  /// The operation that the request starts fails when it is due.
  record OperationFails() implements FaultKind {}

  /// The operation that the request starts stays pending for ever.
  record OperationNeverEnds() implements FaultKind {}
}
