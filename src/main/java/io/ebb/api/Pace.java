package io.ebb.api;

import java.time.Duration;

/// How soon and how often a call is tried again.
enum Pace {
  /// Not at all.
  NEVER(0, Duration.ZERO, Duration.ZERO),

  /// It did not get there. Soon, but not for long.
  REACH(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(15)),

  /// An internal error, which may be one of always: three times.
  FEW(3, Duration.ofSeconds(1), Duration.ofSeconds(15)),

  /// A busy service.
  SOON(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(15)),

  /// A service that lacks something: minutes.
  SLOW(Integer.MAX_VALUE, Duration.ofSeconds(15), Duration.ofMinutes(1)),

  /// A quota of calls that is used up: when the budget says so, and a moment later.
  QUOTA(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(8));

  private final int times;
  private final Duration first;
  private final Duration longest;

  Pace(int times, Duration first, Duration longest) {
    this.times = times;
    this.first = first;
    this.longest = longest;
  }

  /// Whether there is an nth time, counted from 1.
  boolean allows(int nth) {
    return nth <= times;
  }

  /// The longest pause before the nth time; it doubles each time.
  Duration pause(int nth) {
    Duration doubled = first.multipliedBy(1L << Math.min(nth - 1, 10));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
