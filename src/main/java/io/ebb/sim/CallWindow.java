package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts calls in a sliding window of 3600 s. Refused ones do not count.
final class CallWindow {
  private static final Duration SPAN = Duration.ofHours(1);

  private final int quota;
  private final Deque<Instant> accepted = new ArrayDeque<>();

  CallWindow(int quota) {
    this.quota = quota;
  }

  /// @throws Refusal 2500 when the window is full
  void count(Instant now) {
    Instant start = now.minus(SPAN);
    while (!accepted.isEmpty() && !accepted.element().isAfter(start)) {
      accepted.remove();
    }
    if (accepted.size() >= quota) {
      throw Refusal.quota(quota);
    }
    accepted.add(now);
  }
}
