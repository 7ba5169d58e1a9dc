package io.ebb.api;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// See [CallLedger#inMemory].
final class MemoryLedger implements CallLedger {
  /// How many calls were booked when.
  private final NavigableMap<Instant, Integer> booked = new TreeMap<>();

  private int used;
  private Instant heldUntil = Instant.MIN;

  @Override
  public synchronized int book(Instant now, int wanted, int most) {
    forget(now);
    int count = heldUntil.isAfter(now) ? 0 : Math.clamp(most - used, 0, wanted);
    add(now, count);
    return count;
  }

  @Override
  public synchronized void giveBack(Instant at, int count) {
    if (booked.containsKey(at)) {
      add(at, -count);
    }
  }

  @Override
  public synchronized void holdUntil(Instant until) {
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  @Override
  public synchronized int used(Instant now) {
    forget(now);
    return used;
  }

  @Override
  public synchronized Optional<Instant> freeAt(Instant now, int most) {
    forget(now);
    Instant room = roomAt(now, most);
    Instant free = room.isAfter(heldUntil) ? room : heldUntil;
    return free.isAfter(now) ? Optional.of(free) : Optional.empty();
  }

  /// When the oldest bookings that are too many will have gone.
  private Instant roomAt(Instant now, int most) {
    int left = used;
    Instant room = now;
    for (Map.Entry<Instant, Integer> oldest : booked.entrySet()) {
      if (left < most) {
        break;
      }
      left -= oldest.getValue();
      room = oldest.getKey().plus(WINDOW);
    }
    return room;
  }

  private void add(Instant at, int count) {
    if (count != 0) {
      used += count;
      booked.merge(at, count, (one, other) -> one + other == 0 ? null : one + other);
    }
  }

  /// Old bookings go, and those from a future in which the clock must have been wrong.
  private void forget(Instant now) {
    forget(booked.headMap(now.minus(WINDOW), true));
    forget(booked.tailMap(now.plus(WINDOW), false));
    heldUntil = heldUntil.isAfter(now.plus(WINDOW)) ? Instant.MIN : heldUntil;
  }

  private void forget(Map<Instant, Integer> gone) {
    used -= gone.values().stream().mapToInt(Integer::intValue).sum();
    gone.clear();
  }
}
