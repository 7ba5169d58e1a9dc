package io.ebb.repl.completion;

import java.time.Duration;
import java.time.Instant;

/// When something was tried last, and whether it is due again. Safe for use by many threads.
final class Due {
  private Instant tried = Instant.MIN;
  private long changes = -1;

  /// Whether it was not tried for that long, or something has changed since. If so, it counts as
  /// tried now.
  ///
  /// @param now how many changes there were so far
  synchronized boolean claim(Instant at, Duration span, long now) {
    boolean due = tried.equals(Instant.MIN) || now != changes || !at.isBefore(tried.plus(span));
    if (due) {
      tried = at;
      changes = now;
    }
    return due;
  }
}
