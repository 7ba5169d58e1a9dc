package io.ebb.repl.completion;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Does one thing behind, never twice at a time.
final class Behind {
  private final Executor executor;
  private final Consumer<RuntimeException> failed;
  private CompletableFuture<Void> going = CompletableFuture.completedFuture(null);

  /// @param failed told what the work threw
  Behind(Executor executor, Consumer<RuntimeException> failed) {
    this.executor = executor;
    this.failed = failed;
  }

  /// Begins the work, unless some goes on.
  synchronized void begin(Runnable work) {
    if (going.isDone()) {
      going = CompletableFuture.runAsync(() -> attempt(work), executor);
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }

  /// Waits for the end of what goes on, no longer than that.
  void await(Duration atMost) {
    try {
      going().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return; // it goes on, and serves who asks next
    } catch (ExecutionException e) {
      throw new IllegalStateException("work behind has failed with an error", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CompletableFuture<Void> going() {
    return going;
  }
}
