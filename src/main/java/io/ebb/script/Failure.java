package io.ebb.script;

import io.ebb.api.AmbiguousException;
import io.ebb.api.ConflictException;
import io.ebb.api.EhpcException;
import io.ebb.api.NotFoundException;
import io.ebb.api.QuotaException;
import io.ebb.cluster.NoSuchNodeException;
import io.ebb.cluster.NoSuchQueueException;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.PlanFileException;
import io.ebb.run.OperationException;
import io.ebb.run.RefusedException;

/// Why a word failed, as the script's own error will tell it.
///
/// @param type the class of the error in both languages
/// @param message what happened, to what
/// @param code the API's `ret_code`; 0 when it was not the API that refused
/// @param hint what to do; empty when the message says all
/// @param resource what it happened to; empty when unknown
/// @param cause the original
record Failure(
    String type, String message, int code, String hint, String resource, RuntimeException cause) {

  /// Whether scripts are told of this, as an error that they can catch. Anything else is a fault.
  static boolean tells(RuntimeException error) {
    return switch (error) {
      case EhpcException _, RefusedException _, OperationException _ -> true;
      case NoSuchNodeException _, NoSuchQueueException _, NodeSetException _ -> true;
      case NotSharedException _ -> true;
      case MisuseException _, IllegalArgumentException _ -> true;
      default -> false;
    };
  }

  /// The failure that a script is told of, from what went wrong in Java.
  static Failure of(RuntimeException cause) {
    return switch (cause) {
      case EhpcException e ->
          new Failure(typeOf(e), message(e), e.code(), e.hint(), e.resource(), e);
      case PlanFileException e -> new Failure("EhpcError", message(e), 0, "", "", e);
      case OperationException e ->
          new Failure("EhpcError", message(e), 0, e.hint(), e.operation(), e);
      case RefusedException e -> new Failure("RefusedError", message(e), 0, e.hint(), "", e);
      case NoSuchNodeException e -> new Failure("NotFoundError", message(e), 0, "", "", e);
      case NoSuchQueueException e -> new Failure("NotFoundError", message(e), 0, "", "", e);
      case NotSharedException e -> new Failure("NotFoundError", message(e), 0, "", "", e);
      case NodeSetException e -> new Failure("TypeError", message(e), 0, "", "", e);
      case MisuseException e -> new Failure("TypeError", message(e), 0, "", "", e);
      case IllegalArgumentException e -> new Failure("TypeError", message(e), 0, "", "", e);
      default -> throw new IllegalStateException("no script is told of this", cause);
    };
  }

  private static String typeOf(EhpcException e) {
    return switch (e) {
      case NotFoundException _ -> "NotFoundError";
      case ConflictException _ -> "ConflictError";
      case QuotaException _ -> "QuotaError";
      case AmbiguousException _ -> "AmbiguousError";
      default -> "EhpcError";
    };
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
