package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts calls in a sliding window of 3600 s. Refused ones do not count. Safe for use by many
/// threads.
final class CallWindow {
  private static final Duration SPAN = Duration.ofHours(1);

  private final int quota;
  private final Deque<Instant> accepted = new ArrayDeque<>();

  CallWindow(int quota) {
    this.quota = quota;
  }

  /// Counts a call, and before it as many of others as the window still holds.
  ///
  /// @throws Refusal 2500 when the window is full
  synchronized void count(Instant now, int others) {
    Instant start = now.minus(SPAN);
    while (!accepted.isEmpty() && !accepted.element().isAfter(start)) {
      accepted.remove();
    }
    for (int other = 0; other < others && accepted.size() < quota; other++) {
      accepted.add(now);
    }
    if (accepted.size() >= quota) {
      throw Refusal.quota(quota);
    }
    accepted.add(now);
  }
}
