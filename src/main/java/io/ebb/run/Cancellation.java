package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.api.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A request to stop, asked for before each change and in each wait.
///
/// Asked once, a run begins nothing new and puts back what has not passed the point of no return;
/// asked twice, it does not even put back and waits for nothing. Safe for use by many threads.
///
/// Each run has one of its own under the one it was given: who asks there asks all its runs, and an
/// interrupt of a run's thread while it waits asks that run only, which hands it back at its end.
public final class Cancellation {

  /// How urgently it was asked for.
  enum Level {
    NONE,
    ONCE,
    TWICE
  }

  private final Map<Thread, Level> sleepers = new HashMap<>();
  private final List<Cancellation> runs = new ArrayList<>();
  private Level level = Level.NONE;
  private volatile HeldUp heldUp = (_, _) -> {};
  private boolean interrupted;

  /// A wait that an interrupt ends.
  @FunctionalInterface
  interface Wait {

    /// Waits.
    void take() throws InterruptedException;
  }

  /// Hears of a call that has to wait although the run was asked to stop, because without it the
  /// run could not be brought to an end.
  @FunctionalInterface
  interface HeldUp {

    /// It waits.
    void until(Instant until, String why);
  }

  /// Asks to stop; asks to stop at once the second time.
  public synchronized void cancel() {
    raise(level == Level.NONE ? Level.ONCE : Level.TWICE);
  }

  /// Asks to stop unless that was asked already.
  public void ask() {
    raise(Level.ONCE);
  }

  /// Whether it was asked for, once or twice.
  public synchronized boolean cancelled() {
    return asked(Level.ONCE);
  }

  synchronized boolean asked(Level least) {
    return level.compareTo(least) >= 0;
  }

  /// The one of a run that begins.
  synchronized Cancellation ofRun() {
    Cancellation run = new Cancellation();
    run.raise(level);
    runs.add(run);
    return run;
  }

  /// The run has ended: it is not asked any more, and its thread gets back an interrupt that came
  /// from outside.
  synchronized void ended(Cancellation run) {
    runs.remove(run);
    run.restoreInterrupt();
  }

  /// Waits for `span`, or until it is asked for at this level; whether the span has passed.
  boolean sleep(Time time, Duration span, Level wakesOn) {
    Instant end = time.instant().plus(span);
    while (!asked(wakesOn)) {
      if (await(() -> time.sleep(Duration.between(time.instant(), end)), wakesOn)) {
        return true;
      }
    }
    return false;
  }

  /// Does the work; whatever its calls wait for, they do so only until it is asked for at this
  /// level.
  <T> T during(Supplier<T> work, Level wakesOn) {
    return Waits.by((time, span, why) -> outlast(time, span, why, wakesOn), work);
  }

  private boolean outlast(Time time, Duration span, String why, Level wakesOn) {
    Instant end = time.instant().plus(span);
    if (sleep(time, span, Level.ONCE)) {
      return true;
    }
    if (asked(wakesOn)) {
      return false;
    }
    heldUp.until(end, why);
    return sleep(time, Duration.between(time.instant(), end), wakesOn);
  }

  /// Whoever is to hear from now on of calls that wait although it was asked for once.
  void whenHeldUp(HeldUp listener) {
    heldUp = listener;
  }

  /// Waits until the wait is over, or until it is asked for at this level or somebody interrupts
  /// it; whether it is over by itself.
  boolean await(Wait wait, Level wakesOn) {
    if (!enter(wakesOn)) {
      return false;
    }
    try {
      wait.take();
      return leave(wakesOn);
    } catch (InterruptedException _) {
      woken(wakesOn);
      return false;
    }
  }

  private synchronized void raise(Level to) {
    level = to.compareTo(level) > 0 ? to : level;
    sleepers.forEach((sleeper, wakesOn) -> {
      if (asked(wakesOn)) {
        sleeper.interrupt();
      }
    });
    runs.forEach(run -> run.raise(to));
  }

  private synchronized void restoreInterrupt() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean enter(Level wakesOn) {
    if (asked(wakesOn)) {
      return false;
    }
    sleepers.put(Thread.currentThread(), wakesOn);
    return true;
  }

  /// The interrupt may have come from [#raise] just as the wait ended: it must not leak.
  private synchronized boolean leave(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    return !(asked(wakesOn) && Thread.interrupted());
  }

  /// An interrupt that did not come from [#raise] came from outside.
  private synchronized void woken(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    if (asked(wakesOn)) {
      boolean _ = Thread.interrupted(); // of a second wish, which must not leak either
    } else {
      interrupted = true;
      cancel();
    }
  }
}
