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

/// What a failure means for a run that has begun.
final class Setback {
  private Setback() {}

  /// Whether the same look may succeed in a while; looking changes nothing, so asking again is
  /// safe.
  static boolean mayPass(EhpcException failure) {
    return switch (failure) {
      case BusyException _,
          UnreachableException _,
          QuotaException _,
          ConflictException _,
          AmbiguousException _ ->
          true;
      case AuthException _, BadRequestException _, NotFoundException _ -> false;
    };
  }

  /// The failure and what to do about it, in one line.
  static String text(RuntimeException failure) {
    return switch (failure) {
      case EhpcException service -> service.getMessage() + "; " + service.hint();
      case JournalException journal -> String.valueOf(journal.getMessage());
      case LeaseLostException lost -> String.valueOf(lost.getMessage());
      default -> "a mistake in Ebb itself, please report it: " + failure;
    };
  }
}
