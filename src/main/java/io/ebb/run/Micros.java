package io.ebb.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as the [Schema] has them: microseconds since 1970, rounded down.
final class Micros {
  /// Beyond these seconds, which are ages away, one moment is like another.
  private static final long AGES = 9_000_000_000_000L;

  private Micros() {}

  static long of(Instant at) {
    long seconds = Math.clamp(at.getEpochSecond(), -AGES, AGES);
    return seconds * 1_000_000 + at.getNano() / 1000;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
