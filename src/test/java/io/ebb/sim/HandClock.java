package io.ebb.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until it is turned by hand.
public final class HandClock extends Clock {
  private Instant now;

  /// A clock that shows that time.
  public HandClock(Instant start) {
    this.now = start;
  }

  /// Turns it forward.
  public synchronized void advance(Duration span) {
    now = now.plus(span);
    notifyAll();
  }

  /// Returns as soon as it shows that time.
  public synchronized void await(Instant then) throws InterruptedException {
    while (now.isBefore(then)) {
      wait();
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the hand clock shows UTC only");
  }
}
