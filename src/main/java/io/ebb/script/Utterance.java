package io.ebb.script;

import io.ebb.run.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A statement on its way: who has said it waits for it here, another thread carries it out, and
/// any may have it stopped.
///
/// Who waits is back soon after the wish to stop; the statement itself comes to an end as soon as
/// it can, which is after the answer to a change that is in flight.
final class Utterance {
  /// How long who waits does so after the wish to stop.
  private static final Duration PATIENCE = Duration.ofMillis(700);

  /// After so long in its own code, what does not stop is killed.
  private static final Duration STUBBORN = Duration.ofSeconds(5);

  private static final Duration ATTEMPT = Duration.ofMillis(200);

  private final Language language;
  private final Cancellation cancellation;
  private final Calls calls = new Calls();
  private final Runnable killed;
  private final CompletableFuture<Said> said = new CompletableFuture<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Interpreter interpreter;
  private @Nullable Thread stopper;
  private boolean interrupted;

  /// @param cancellation of the statement alone
  /// @param killed told when nothing but the end of the language's context has helped
  Utterance(Language language, Cancellation cancellation, Runnable killed) {
    this.language = language;
    this.cancellation = cancellation;
    this.killed = killed;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Calls calls() {
    return calls;
  }

  /// Whether the statement has come to its end.
  boolean isOver() {
    return over.getCount() == 0;
  }

  /// What it gave, as soon as it is known, or that it was stopped.
  Said await() {
    boolean woken = false;
    try {
      while (true) {
        try {
          return said.get();
        } catch (InterruptedException _) {
          woken = true;
          interrupt();
        }
      }
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      if (woken) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    switch (e.getCause()) {
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default ->
          throw new IllegalStateException("no statement throws a checked exception", e);
    }
  }

  /// Its turn comes, in this interpreter.
  ///
  /// @throws CancelledException when it was stopped before
  synchronized void begin(Interpreter in) {
    if (interrupted) {
      throw new CancelledException();
    }
    interpreter = in;
  }

  /// Asks it to stop.
  synchronized void interrupt() {
    if (interrupted || isOver()) {
      return;
    }
    interrupted = true;
    cancellation.interrupt("it was interrupted at the prompt");
    if (interpreter == null) {
      said.completeExceptionally(new CancelledException());
    } else {
      stop();
    }
  }

  /// Stops its own code; returns at once.
  synchronized void stop() {
    if (stopper == null && interpreter != null) {
      Interpreter stopped = interpreter;
      stopper =
          Thread.ofPlatform().daemon().name("stop-" + language.id()).start(() -> stop(stopped));
    }
  }

  private void stop(Interpreter stopped) {
    long begun = System.nanoTime();
    long own = begun; // since when its own code could have stopped
    while (!isOver()) {
      if (calls.change().isPresent()) {
        own = System.nanoTime();
      } else if (!hasStopped(stopped) && passed(own, STUBBORN)) {
        kill(stopped);
        return;
      }
      if (passed(begun, PATIENCE)) {
        said.completeExceptionally(new StillStoppingException(awaited()));
      }
      boolean _ = awaitOver(Duration.ofMillis(20));
    }
  }

  private static boolean passed(long since, Duration span) {
    return System.nanoTime() - since > span.toNanos();
  }

  private static boolean hasStopped(Interpreter stopped) {
    try {
      stopped.interrupt(ATTEMPT);
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  private void kill(Interpreter stopped) {
    killed.run();
    over.countDown();
    said.completeExceptionally(new CancelledException());
    stopped.kill();
  }

  private boolean awaitOver(Duration atMost) {
    try {
      return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return false; // nobody has this thread, and so nobody interrupts it
    }
  }

  /// What is awaited still, for people.
  String awaited() {
    return calls
        .change()
        .map(change ->
            "interrupted; what was begun goes on until its answer is there: %s".formatted(change))
        .orElse("interrupted; the statement has not come to its end yet");
  }

  /// It has come to its end, in whichever way; nobody stops anything any more when this returns.
  void end() {
    over.countDown();
    Thread last = stopper();
    boolean _ = Thread.interrupted(); // by an attempt to stop it, as below
    while (last != null && !joined(last)) {
      boolean _ = Thread.interrupted();
    }
    boolean _ = Thread.interrupted();
  }

  private static boolean joined(Thread last) {
    try {
      last.join();
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  private synchronized @Nullable Thread stopper() {
    return stopper;
  }

  void gave(Said value) {
    said.complete(value);
  }

  void failed(Throwable why) {
    said.completeExceptionally(why);
  }
}
