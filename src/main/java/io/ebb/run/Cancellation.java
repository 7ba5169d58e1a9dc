package io.ebb.run;

import io.ebb.api.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// A request to stop a run, asked for before each change and in each wait.
///
/// Asked once, the run begins nothing new and puts back what has not passed the point of no return;
/// asked twice, it does not even put back and waits for nothing. Safe for use by many threads. An
/// interrupt of the run's thread while it waits counts as asking; the run hands it back at its end.
public final class Cancellation {

  /// How urgently it was asked for.
  enum Level {
    NONE,
    ONCE,
    TWICE
  }

  private final Map<Thread, Level> sleepers = new HashMap<>();
  private Level level = Level.NONE;
  private boolean interrupted;

  /// Asks the run to stop; asks it to stop at once the second time.
  public synchronized void cancel() {
    level = level == Level.NONE ? Level.ONCE : Level.TWICE;
    sleepers.forEach((sleeper, wakesOn) -> {
      if (asked(wakesOn)) {
        sleeper.interrupt();
      }
    });
  }

  /// Whether it was asked for, once or twice.
  public synchronized boolean cancelled() {
    return asked(Level.ONCE);
  }

  synchronized boolean asked(Level least) {
    return level.compareTo(least) >= 0;
  }

  /// Waits for `span`, or until it is asked for at this level; whether the span has passed.
  boolean sleep(Time time, Duration span, Level wakesOn) {
    if (!enter(wakesOn)) {
      return false;
    }
    try {
      time.sleep(span);
      return leave(wakesOn);
    } catch (InterruptedException _) {
      return woken(wakesOn);
    }
  }

  /// Hands an interrupt from outside back to the thread.
  synchronized void restoreInterrupt() {
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

  /// The interrupt may have come from [#cancel] just as the sleep ended: it must not leak.
  private synchronized boolean leave(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    return !(asked(wakesOn) && Thread.interrupted());
  }

  private synchronized boolean woken(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    if (!asked(wakesOn)) {
      interrupted = true;
      cancel();
    }
    return false;
  }
}
