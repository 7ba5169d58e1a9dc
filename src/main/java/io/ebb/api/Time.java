package io.ebb.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The passing of time: what is read, and what is waited for. Injected everywhere, so that tests
/// turn the clock by hand and a simulated world can run faster than the wall clock.
///
/// Implementations are safe for use by many threads.
public interface Time extends InstantSource {

  /// Returns after `span` of this time has passed; at once when it is zero or negative.
  ///
  /// @throws InterruptedException when the thread is interrupted meanwhile
  void sleep(Duration span) throws InterruptedException;

  /// The time of the machine.
  static Time system() {
    return scaled(Clock.systemUTC(), 1);
  }

  /// Time read from `clock`, of which `speed` seconds pass in each second of the machine.
  static Time scaled(Clock clock, double speed) {
    return new Time() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public void sleep(Duration span) throws InterruptedException {
        if (span.isPositive()) {
          Thread.sleep(Duration.ofNanos((long) (span.toNanos() / speed)));
        }
      }
    };
  }
}
