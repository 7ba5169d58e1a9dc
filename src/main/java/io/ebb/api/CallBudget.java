package io.ebb.api;

import java.time.Instant;

/// Keeps the calls of a connection within the quota.
final class CallBudget {
  private final Quota quota;
  private final Time time;

  CallBudget(Quota quota, Time time) {
    this.quota = quota;
    this.time = time;
  }

  /// Counts an attempt that is about to be made.
  void admit() {
    quota.ledger().book(time.instant(), 1, Integer.MAX_VALUE);
  }

  /// The service refused an attempt for its quota, although the ledger had room: others use the
  /// account too.
  ///
  /// @param sent when the attempt was made
  /// @return when calls go on
  Instant exhausted(Instant sent) {
    Instant free = standing().fullUntil();
    return free == null ? sent.plusSeconds(30) : free;
  }

  /// How much is used now.
  Budget standing() {
    Instant now = time.instant();
    return new Budget(
        quota.callsPerHour(),
        quota.ledger().used(now),
        quota.reserve(),
        quota.ledger().freeAt(now, quota.callsPerHour()).orElse(null));
  }
}
