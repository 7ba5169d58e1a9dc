package io.ebb.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// See [CallLedger#inMemory].
final class MemoryLedger implements CallLedger {
  private final Deque<Instant> booked = new ArrayDeque<>();
  private Instant heldUntil = Instant.MIN;

  @Override
  public synchronized int book(Instant now, int wanted, int most) {
    int count = heldUntil.isAfter(now) ? 0 : Math.clamp(most - used(now), 0, wanted);
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
  public synchronized void holdUntil(Instant until) {
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  @Override
  public synchronized int used(Instant now) {
    booked.removeIf(at -> !at.plus(WINDOW).isAfter(now));
    return booked.size();
  }

  @Override
  public synchronized Optional<Instant> freeAt(Instant now, int most) {
    int excess = used(now) - most;
    Instant room =
        excess < 0 ? now : booked.stream().skip(excess).findFirst().orElseThrow().plus(WINDOW);
    Instant free = room.isAfter(heldUntil) ? room : heldUntil;
    return free.isAfter(now) ? Optional.of(free) : Optional.empty();
  }
}
