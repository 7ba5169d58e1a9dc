package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.AuthException;
import io.ebb.api.BadRequestException;
import io.ebb.api.BusyException;
import io.ebb.api.ConflictException;
import io.ebb.api.EhpcException;
import io.ebb.api.NotFoundException;
import io.ebb.api.QuotaException;
import io.ebb.api.UnreachableException;
import io.ebb.cluster.Ehpc;

/// What the service said to one sending of a change (rule 13).
sealed interface Answer {

  /// It is done as this operation.
  record Accepted(String operation) implements Answer {}

  /// Not at all: the run cannot go on.
  record Never(EhpcException cause) implements Answer {}

  /// It is not accepted as far as known, and there is a way on.
  sealed interface Not extends Answer {

    /// What was said, or what happened instead.
    EhpcException cause();
  }

  /// The answer did not come: it may be done.
  record Lost(AmbiguousException cause) implements Not {}

  /// The state of things forbids it.
  record Forbidden(EhpcException cause) implements Not {}

  /// Not now; it may be sent again in a while.
  record NotNow(EhpcException cause) implements Not {}

  /// Whether the call was held back here, and never made: the service says 2500.
  private static boolean unsent(EhpcException quota) {
    return quota.code() == 0;
  }

  /// Sends the change once.
  static Answer to(Change change, Ehpc ehpc, String cluster) {
    try {
      return new Accepted(change.send(ehpc, cluster));
    } catch (EhpcException e) {
      return switch (e) {
        case AmbiguousException lost -> new Lost(lost);
        case ConflictException _, NotFoundException _ -> new Forbidden(e);
        case BusyException _, UnreachableException _ -> new NotNow(e);
        case QuotaException _ -> change.undoes() || unsent(e) ? new NotNow(e) : new Never(e);
        case AuthException _, BadRequestException _ -> new Never(e);
      };
    }
  }
}
