package io.ebb.sim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs faster than the machine's and never goes back. Safe for use by many threads.
public final class FastClock extends Clock {
  private final Instant start;
  private final double speed;
  private final long startNanos;
  private final ZoneId zone;

  private FastClock(Instant start, double speed, long startNanos, ZoneId zone) {
    this.start = start;
    this.speed = speed;
    this.startNanos = startNanos;
    this.zone = zone;
  }

  /// A clock that shows `start` now and from then on runs `speed` times as fast.
  ///
  /// @throws IllegalArgumentException when the speed is not positive
  public static FastClock from(Instant start, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed " + speed + " is not positive");
    }
    return new FastClock(start, speed, System.nanoTime(), ZoneOffset.UTC);
  }

  /// A clock that shows the machine's time now and from then on runs `speed` times as fast.
  public static FastClock times(double speed) {
    return from(Instant.now(), speed);
  }

  /// How many of its seconds pass in one second of the machine.
  public double speed() {
    return speed;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new FastClock(start, speed, startNanos, other);
  }

  @Override
  public Instant instant() {
    return start.plusNanos((long) ((System.nanoTime() - startNanos) * speed));
  }
}
