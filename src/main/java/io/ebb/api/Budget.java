package io.ebb.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of the call quota is used, at one moment.
///
/// @param callsPerHour how many calls fit into any hour
/// @param used how many were made in the last hour, by all who share the ledger
/// @param reserve how many are kept for finishing what was begun
/// @param fullUntil while calls are held back: when there is room again; otherwise null
public record Budget(int callsPerHour, int used, int reserve, @Nullable Instant fullUntil) {

  /// How many calls may still be made in this hour, the reserve included.
  public int left() {
    return Math.max(0, callsPerHour - used);
  }

  /// How many calls may still be begun with: the reserve is left out.
  public int free() {
    return Math.max(0, left() - reserve);
  }
}
