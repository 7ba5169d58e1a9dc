package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.sim.HandClock;
import java.time.Duration;
import java.time.Instant;

/// Time that passes only when somebody waits, and then at once: for one waiting thread.
public final class VirtualTime implements Time {
  final HandClock clock;
  private final Duration ahead;

  /// @param ahead how far it is ahead of the clock
  public VirtualTime(HandClock clock, Duration ahead) {
    this.clock = clock;
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead);
  }

  @Override
  public void sleep(Duration span) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("woken");
    }
    if (span.isPositive()) {
      clock.advance(span);
    }
  }
}
