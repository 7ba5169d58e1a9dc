package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.api.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request to stop, asked for before each change and in each wait.
///
/// Cancelled, a run begins nothing new, puts back what has not passed the point of no return, and
/// follows the rest to its end. Interrupted, it stops as it stands, by a [Halt]: it waits for
/// nothing, puts nothing back, and can be resumed. Safe for use by many threads.
///
/// Each run has one of its own under the one it was given: who asks there asks all its runs. An
/// interrupt of a run's thread interrupts that run only, which hands it back at its end.
public final class Cancellation {

  /// What was asked for.
  enum Level {
    CANCELLED,
    INTERRUPTED
  }

  private static final ScopedValue<Cancellation> AROUND = ScopedValue.newInstance();

  private final Map<Thread, Level> sleepers = new HashMap<>();
  private final List<Cancellation> runs = new ArrayList<>();
  private volatile HeldUp heldUp = (_, _) -> {};
  private boolean cancelled;
  private Halt.@Nullable Reason interrupted;
  private boolean fromOutside;

  /// A wait that an interrupt ends.
  @FunctionalInterface
  interface Wait {

    /// Waits.
    void take() throws InterruptedException;
  }

  /// Hears of a call that has to wait.
  @FunctionalInterface
  interface HeldUp {

    /// It waits.
    void until(Instant until, String why);
  }

  /// Asks to begin nothing new, and to put back what can be put back.
  public synchronized void cancel() {
    cancelled = true;
    wake();
    runs.forEach(Cancellation::cancel);
  }

  /// Asks to stop as it stands.
  ///
  /// @param why who or what wants it, in a sentence without a full stop; the first reason counts
  public void interrupt(String why) {
    interrupt(new Halt.Reason.Interrupted(why));
  }

  synchronized void interrupt(Halt.Reason why) {
    interrupted = interrupted == null ? why : interrupted;
    wake();
    runs.forEach(run -> run.interrupt(why));
  }

  /// Whether it was asked to stop, in whichever way.
  public synchronized boolean cancelled() {
    return asked(Level.CANCELLED);
  }

  /// Whether it was asked to put back, whatever was asked for since.
  public synchronized boolean toPutBack() {
    return cancelled;
  }

  synchronized boolean asked(Level least) {
    return interrupted != null || (least == Level.CANCELLED && cancelled);
  }

  /// Returns unless it was interrupted.
  ///
  /// @throws Halt when it was, also by an interrupt of this thread
  synchronized void goOn() {
    if (Thread.interrupted()) {
      interruptedFromOutside();
    }
    if (interrupted != null) {
      throw new Halt(interrupted);
    }
  }

  /// The one of a run that begins.
  public synchronized Cancellation ofRun() {
    Cancellation run = new Cancellation();
    run.cancelled = cancelled;
    run.interrupted = interrupted;
    runs.add(run);
    return run;
  }

  /// Does the work of a run under one of its own, until it is over.
  public <T> T within(Function<Cancellation, T> work) {
    Cancellation own = ofRun();
    try {
      return work.apply(own);
    } finally {
      ended(own);
    }
  }

  /// Does the work; who asks this asks the runs of plans that the work carries out on this thread,
  /// too, whoever else may ask them.
  public <T extends @Nullable Object> T around(Supplier<T> work) {
    return ScopedValue.where(AROUND, this).call(work::get);
  }

  /// The one that this thread does its work in; empty when there is none.
  static Optional<Cancellation> around() {
    return AROUND.isBound() ? Optional.of(AROUND.get()) : Optional.empty();
  }

  /// From here on this is to ask the run, too; until it is over, see [#ended].
  synchronized void adopt(Cancellation run) {
    runs.add(run);
    if (cancelled) {
      run.cancel();
    }
    if (interrupted != null) {
      run.interrupt(interrupted);
    }
  }

  /// The run has ended: it is not asked any more, and its thread gets back an interrupt that came
  /// from outside.
  public synchronized void ended(Cancellation run) {
    runs.remove(run);
    run.restoreInterrupt();
  }

  /// Waits for `span`, or until it is asked to stop in whichever way; whether the span has passed.
  public boolean sleep(Time time, Duration span) {
    return slept(time, span, Level.CANCELLED);
  }

  /// Waits for `span`, or until it is cancelled if that is to end the wait; whether the span has
  /// passed.
  ///
  /// @throws Halt when it is interrupted
  boolean sleep(Time time, Duration span, Level wakesOn) {
    boolean whole = slept(time, span, wakesOn);
    goOn();
    return whole;
  }

  /// Waits until the wait is over, or until it is cancelled if that is to end the wait; whether it
  /// is over by itself.
  ///
  /// @throws Halt when it is interrupted
  boolean await(Wait wait, Level wakesOn) {
    boolean over = waited(wait, wakesOn);
    goOn();
    return over;
  }

  private boolean slept(Time time, Duration span, Level wakesOn) {
    Instant end = time.instant().plus(span);
    while (!asked(wakesOn)) {
      if (waited(() -> time.sleep(Duration.between(time.instant(), end)), wakesOn)) {
        return true;
      }
    }
    return false;
  }

  /// Does the work; whatever its calls wait for, they do so only until this is asked for. A call
  /// whose wait is broken off fails, also when it is interrupted.
  <T> T during(Supplier<T> work, Level wakesOn) {
    return Waits.by((time, span, why) -> outlast(time, span, why, wakesOn), work);
  }

  private boolean outlast(Time time, Duration span, String why, Level wakesOn) {
    if (asked(wakesOn)) {
      return false;
    }
    Instant end = time.instant().plus(span);
    heldUp.until(end, why);
    if (slept(time, span, Level.CANCELLED)) {
      return true;
    }
    if (asked(wakesOn)) {
      return false;
    }
    heldUp.until(end, why);
    return slept(time, Duration.between(time.instant(), end), wakesOn);
  }

  /// Whoever is to hear from now on of calls that wait, and again if it is cancelled meanwhile.
  void whenHeldUp(HeldUp listener) {
    heldUp = listener;
  }

  private boolean waited(Wait wait, Level wakesOn) {
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

  private synchronized void wake() {
    sleepers.forEach((sleeper, wakesOn) -> {
      if (asked(wakesOn)) {
        sleeper.interrupt();
      }
    });
  }

  private synchronized void restoreInterrupt() {
    if (fromOutside) {
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

  /// The interrupt may have come from [#wake] just as the wait ended: it must not leak.
  private synchronized boolean leave(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    return !(asked(wakesOn) && Thread.interrupted());
  }

  /// An interrupt that did not come from [#wake] came from outside.
  private synchronized void woken(Level wakesOn) {
    sleepers.remove(Thread.currentThread());
    if (asked(wakesOn)) {
      boolean _ = Thread.interrupted(); // of a second wish, which must not leak either
    } else {
      interruptedFromOutside();
    }
  }

  private void interruptedFromOutside() {
    fromOutside = true;
    interrupt("the thread that carries it out was interrupted");
  }
}
