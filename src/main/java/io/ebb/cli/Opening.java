package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.repl.completion.Ids;
import io.ebb.script.Dialogue;
import io.ebb.script.Language;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The connection of a session and what is said over it. Both are made behind the first prompt: who
/// needs them before waits.
final class Opening implements AutoCloseable {
  private final CompletableFuture<Connected> connected = new CompletableFuture<>();
  private final CompletableFuture<Dialogue> dialogue;

  /// @param says makes the dialogue over a connection
  Opening(Function<Ebb, Dialogue> says) {
    this.dialogue = connected.thenApply(open -> says.apply(open.ebb()));
  }

  /// Begins to connect.
  void begin(Supplier<Connected> connect) {
    Thread.ofPlatform()
        .daemon()
        .name("opening")
        .start(() -> {
          try {
            connected.complete(connect.get());
            dialogue.join().warm(Language.JAVASCRIPT);
          } catch (RuntimeException | Error e) {
            connected.completeExceptionally(e);
          }
        });
  }

  /// The connection.
  ///
  /// @throws RuntimeException why there is none
  Connected connected() {
    return joined(connected);
  }

  /// What is said in both languages.
  ///
  /// @throws RuntimeException why that is not possible
  Dialogue dialogue() {
    return joined(dialogue);
  }

  /// Does it once there is a dialogue, at once if there is; never when there will be none.
  void whenOpen(Consumer<Dialogue> work) {
    var _ = dialogue.thenAccept(work);
  }

  /// The dialogue, unless one would have to wait for it.
  Optional<Dialogue> ready() {
    return dialogue.isDone() && !dialogue.isCompletedExceptionally()
        ? Optional.of(dialogue.join())
        : Optional.empty();
  }

  /// What there is by name, as far as known.
  Ids ids() {
    return new NoIds();
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    ready().ifPresent(Dialogue::close);
    if (!connected.isCompletedExceptionally()) {
      connected.join().close();
    }
  }
}
