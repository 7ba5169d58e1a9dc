package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where calls are counted that share one quota: those of this process, or of all processes that
/// keep their state in one place. Safe for use by many threads.
public interface CallLedger extends AutoCloseable {
  /// How long a booking counts: the hour for which the service counts a call, and what may pass
  /// until a booked call arrives there.
  Duration WINDOW = Duration.ofHours(1).plusSeconds(15);

  /// Books calls at `now`, as many of `wanted` as leave at most `most` in the window that ends now;
  /// in one step, whoever else books at the same moment. None while calls are held back.
  ///
  /// @return how many were booked, from 0 to `wanted`
  int book(Instant now, int wanted, int most);

  /// Takes back calls that were booked and will not be made.
  ///
  /// @param at when they were booked
  /// @param count how many of them
  void giveBack(Instant at, int count);

  /// Holds back all calls until then, whatever is counted here: the service says that the quota is
  /// used up. An earlier end than that of another hold changes nothing.
  void holdUntil(Instant until);

  /// How many calls are in the window that ends now.
  int used(Instant now);

  /// When the window will hold fewer than `most` calls, if none are added, and no call is held
  /// back; empty when that is so now.
  Optional<Instant> freeAt(Instant now, int most);

  /// Lets go of what it holds open; what was booked stays. Nothing by default.
  @Override
  default void close() {}

  /// A ledger of this process alone, gone with it.
  static CallLedger inMemory() {
    return new MemoryLedger();
  }
}
