package io.ebb.script;

import io.ebb.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ends what takes too long, unless this is closed before. Safe for use by many threads.
final class Timeout implements AutoCloseable {
  private final Thread waits;
  private volatile boolean passed;

  private Timeout(Time clock, Duration span, Runnable end) {
    Instant until = clock.instant().plus(span);
    this.waits =
        Thread.ofVirtual().name("runbook-timeout").unstarted(() -> await(clock, until, end));
  }

  /// Counts from now on.
  ///
  /// @param span how long it may take; null when it may take any time
  /// @param end ends it; to return at once
  static Timeout of(Time clock, @Nullable Duration span, Runnable end) {
    Timeout timeout = new Timeout(clock, span == null ? Duration.ZERO : span, end);
    if (span != null) {
      timeout.waits.start();
    }
    return timeout;
  }

  private void await(Time clock, Instant until, Runnable end) {
    try {
      for (Instant now = clock.instant(); now.isBefore(until); now = clock.instant()) {
        clock.sleep(Duration.between(now, until));
      }
      passed = true;
      end.run();
    } catch (InterruptedException _) {
      // it was over before
    }
  }

  /// Whether it has ended what took too long.
  boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    waits.interrupt();
  }
}
