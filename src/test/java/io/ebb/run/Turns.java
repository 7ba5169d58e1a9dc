package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.sim.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// Virtual time in which several threads live, one of them at a time: who waits shortest goes on
/// next, and nothing else passes the time. So whatever they do to each other, they do again in the
/// same order.
final class Turns implements Time {
  private static final Duration STUCK = Duration.ofSeconds(60);

  private final HandClock clock;
  private final Map<Thread, Turn> turns = new LinkedHashMap<>();
  private final List<Throwable> thrown = new ArrayList<>();

  /// A thread that waits for its turn, or has it.
  private static final class Turn {
    private final Thread thread;
    private Instant due;
    private boolean wakes;
    private volatile boolean mine;

    Turn(Thread thread, Instant due) {
      this.thread = thread;
      this.due = due;
    }

    /// Who was interrupted in a wait that this ends goes on at once.
    Instant due(Instant now) {
      return wakes && thread.isInterrupted() ? now : due;
    }
  }

  Turns(HandClock clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  /// The time as a machine counts it, in nanoseconds.
  long nanos() {
    return ChronoUnit.NANOS.between(HistoryWorld.START, instant());
  }

  /// Does all of this, each on a thread of its own, and returns when all have ended.
  ///
  /// @return what they threw
  List<Throwable> take(List<Runnable> deeds) {
    List<Thread> threads = deeds.stream().map(this::thread).toList();
    synchronized (this) {
      threads.forEach(thread -> turns.put(thread, new Turn(thread, instant())));
    }
    threads.forEach(Thread::start);
    next();
    threads.forEach(this::join);
    return thrown;
  }

  private Thread thread(Runnable deed) {
    return Thread.ofPlatform().daemon().unstarted(() -> live(deed));
  }

  private void live(Runnable deed) {
    try {
      awaitTurn();
      deed.run();
    } catch (RuntimeException | Error e) {
      thrown.add(e);
    } finally {
      leave();
    }
  }

  private void join(Thread thread) {
    try {
      if (!thread.join(STUCK)) {
        AssertionError stuck = new AssertionError("stuck for " + STUCK);
        stuck.setStackTrace(thread.getStackTrace());
        throw stuck;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void sleep(Duration span) throws InterruptedException {
    if (span.isPositive() && !Thread.currentThread().isInterrupted()) {
      pass(span, true);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("woken");
    }
  }

  /// Lets so much time pass, whoever interrupts; the others have their turns meanwhile.
  void pass(Duration span) {
    pass(span, false);
  }

  private void pass(Duration span, boolean wakes) {
    if (!wait(span, wakes)) {
      clock.advance(span);
      return;
    }
    next();
    awaitTurn();
  }

  /// Whether the thread is one of those that take turns.
  private synchronized boolean wait(Duration span, boolean wakes) {
    Turn own = turns.get(Thread.currentThread());
    if (own == null) {
      return false;
    }
    own.due = instant().plus(span);
    own.wakes = wakes;
    own.mine = false;
    return true;
  }

  private void awaitTurn() {
    Turn own = own();
    while (!own.mine) {
      LockSupport.park(this);
    }
  }

  private synchronized Turn own() {
    return Objects.requireNonNull(turns.get(Thread.currentThread()));
  }

  private void leave() {
    synchronized (this) {
      turns.remove(Thread.currentThread());
    }
    next();
  }

  private synchronized void next() {
    Instant now = instant();
    turns.values().stream()
        .min(Comparator.comparing(turn -> turn.due(now)))
        .ifPresent(turn -> {
          Instant due = turn.due(now);
          if (due.isAfter(now)) {
            clock.advance(Duration.between(now, due));
          }
          turn.mine = true;
          LockSupport.unpark(turn.thread);
        });
  }
}
