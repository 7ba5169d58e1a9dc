package io.ebb.cli;

import io.ebb.run.RunEvent;
import io.ebb.run.RunListener;
import io.ebb.text.Progress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The attention that a session pays to a run that it carries out: all of it, or none. A question
/// of the run waits until somebody follows it.
final class Following implements RunListener, Asker {
  private final Asker attendant;
  private final Consumer<String> teller;
  private @Nullable Progress progress;
  private RunListener listener = RunListener.none();
  private CompletableFuture<Boolean> followed = new CompletableFuture<>();

  /// @param attendant asks whoever follows it
  /// @param teller is told that a question waits
  Following(Asker attendant, Consumer<String> teller) {
    this.attendant = attendant;
    this.teller = teller;
  }

  /// Somebody follows it from now on.
  synchronized void begin(Progress shown, Function<Progress, RunListener> words) {
    progress = shown;
    listener = words.apply(shown);
    followed.complete(true);
  }

  /// Nobody does any more.
  synchronized void end() {
    listener = RunListener.none();
    progress = null;
    followed = new CompletableFuture<>();
  }

  @Override
  public synchronized void on(RunEvent event) {
    listener.on(event);
  }

  @Override
  public Optional<String> ask(String question) {
    CompletableFuture<Boolean> somebody = somebody();
    if (!somebody.isDone()) {
      teller.accept(question);
    }
    try {
      boolean _ = somebody.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    clear();
    return attendant.ask(question);
  }

  private synchronized CompletableFuture<Boolean> somebody() {
    return followed;
  }

  /// The cursor is to stand at the beginning of an empty line.
  private synchronized void clear() {
    if (progress != null) {
      progress.show("");
    }
  }
}
