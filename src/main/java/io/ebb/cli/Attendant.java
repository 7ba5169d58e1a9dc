package io.ebb.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The thread of a console while others work for it: it asks what they have to ask, until they are
/// done or somebody has had enough.
final class Attendant implements Asker {
  private final Asker console;
  private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
  private @Nullable Runnable interrupted;
  private boolean attending;
  private boolean missed;

  /// A question of another thread; none when its only purpose is to be taken.
  private record Wish(String question, CompletableFuture<Optional<String>> answer) {
    static Wish none() {
      return new Wish("", CompletableFuture.completedFuture(Optional.empty()));
    }
  }

  /// @param console asks, on the console's thread
  Attendant(Asker console) {
    this.console = console;
  }

  /// Waits until the work is over. To be called by the console's thread.
  ///
  /// @param stop what is done about an interrupt
  /// @param patience for how long the work is waited for after that
  /// @return whether it is over
  boolean attend(CompletableFuture<?> work, Runnable stop, Duration patience) {
    CompletableFuture<Boolean> left = new CompletableFuture<>();
    var _ = work.whenComplete((_, _) -> wishes.add(Wish.none()));
    var _ = left.whenComplete((_, _) -> wishes.add(Wish.none()));
    begin(() -> {
      askNoMore();
      stop.run();
      var _ = left.completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
    });
    try {
      while (!work.isDone() && !left.isDone()) {
        answer(next());
      }
      return work.isDone();
    } finally {
      end();
    }
  }

  /// Does what was said to be done about an interrupt. Where nothing is attended yet, the work that
  /// is attended next is interrupted, unless [#forget] comes before.
  void interrupt() {
    Runnable stop;
    synchronized (this) {
      stop = interrupted;
      missed = stop == null;
    }
    if (stop != null) {
      stop.run();
    }
  }

  /// What was carried out is over: an interrupt that came too late for it means nothing else.
  synchronized void forget() {
    missed = false;
  }

  /// Asks; no answer when nobody attends to it. For any thread.
  @Override
  public Optional<String> ask(String question) {
    Wish wish = new Wish(question, new CompletableFuture<>());
    if (!accepted(wish)) {
      return Optional.empty();
    }
    try {
      return wish.answer().get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the question could not be asked: " + question, e);
    }
  }

  private void begin(Runnable atInterrupt) {
    boolean late;
    synchronized (this) {
      late = missed;
      missed = false;
      interrupted = atInterrupt;
      attending = true;
    }
    if (late) {
      atInterrupt.run();
    }
  }

  /// Who has had enough is not asked what was to come.
  private synchronized void askNoMore() {
    attending = false;
    wishes.forEach(wish -> wish.answer().complete(Optional.empty()));
  }

  private synchronized boolean accepted(Wish wish) {
    return attending && wishes.add(wish);
  }

  private synchronized void end() {
    attending = false;
    interrupted = null;
    wishes.forEach(wish -> wish.answer().complete(Optional.empty()));
    wishes.clear();
  }

  private Wish next() {
    try {
      return wishes.take();
    } catch (InterruptedException _) {
      interrupt();
      return Wish.none();
    }
  }

  private void answer(Wish wish) {
    if (wish.answer().isDone()) {
      return;
    }
    try {
      wish.answer().complete(console.ask(wish.question()));
    } catch (RuntimeException e) {
      wish.answer().completeExceptionally(e);
    }
  }
}
