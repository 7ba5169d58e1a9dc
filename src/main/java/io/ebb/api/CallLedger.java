package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where calls are counted that share one quota: those of this process, or of all processes that
/// keep their state in one place. Safe for use by many threads.
public interface CallLedger {
  /// How long a call counts.
  Duration WINDOW = Duration.ofHours(1);

  /// Books calls at `now`, as many of `wanted` as leave at most `most` in the window that ends now;
  /// in one step, whoever else books at the same moment.
  ///
  /// @return how many were booked, from 0 to `wanted`
  int book(Instant now, int wanted, int most);

  /// Takes back calls that were booked and will not be made.
  ///
  /// @param at when they were booked
  /// @param count how many of them
  void giveBack(Instant at, int count);

  /// How many calls are in the window that ends now.
  int used(Instant now);

  /// When the window will hold fewer than `most` calls, if none are added; empty when it does now.
  Optional<Instant> freeAt(Instant now, int most);

  /// A ledger of this process alone, gone with it.
  static CallLedger inMemory() {
    return new MemoryLedger();
  }
}
