package io.ebb.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still but for the waits of one client, which pass at once. So the same calls
/// are made in every run, on every machine.
final class TurnedClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

  /// Turns it forward.
  void sleep(Duration span) {
    now = now.plus(span);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it shows UTC only");
  }
}
