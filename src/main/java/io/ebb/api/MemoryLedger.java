package io.ebb.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// See [CallLedger#inMemory].
final class MemoryLedger implements CallLedger {
  private final Deque<Instant> booked = new ArrayDeque<>();

  @Override
  public synchronized int book(Instant now, int wanted, int most) {
    int count = Math.clamp(most - used(now), 0, wanted);
    for (int i = 0; i < count; i++) {
      booked.add(now);
    }
    return count;
  }

  @Override
  public synchronized void giveBack(Instant at, int count) {
    for (int i = 0; i < count; i++) {
      booked.removeLastOccurrence(at);
    }
  }

  @Override
  public synchronized int used(Instant now) {
    booked.removeIf(at -> !at.plus(WINDOW).isAfter(now));
    return booked.size();
  }

  @Override
  public synchronized Optional<Instant> freeAt(Instant now, int most) {
    int excess = used(now) - most;
    return excess < 0
        ? Optional.empty()
        : booked.stream().skip(excess).findFirst().map(at -> at.plus(WINDOW));
  }
}
