package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.repl.completion.Ids;
import io.ebb.repl.completion.LiveIds;
import io.ebb.script.Dialogue;
import io.ebb.script.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The connection of a session and what is said over it. Both are made behind the first prompt: who
/// needs them before waits.
final class Opening implements AutoCloseable {
  /// How often it is looked whether the first language is ready.
  private static final Duration LOOK = Duration.ofMillis(50);

  private static final int MOST_LOOKS = 200;

  private final CompletableFuture<Connected> connected = new CompletableFuture<>();
  private final CompletableFuture<Dialogue> dialogue;
  private final CompletableFuture<LiveIds> ids = connected.thenApply(Opening::prepared);
  private final Consumer<Dialogue> first;

  /// @param says makes the dialogue over a connection
  /// @param first what is done with it before anybody has said anything; nobody waits for that here
  Opening(Function<Ebb, Dialogue> says, Consumer<Dialogue> first) {
    this.first = first;
    this.dialogue = connected.thenApply(open -> says.apply(open.ebb()));
  }

  private static LiveIds prepared(Connected open) {
    LiveIds ids = new LiveIds(open.ebb());
    ids.prepare();
    return ids;
  }

  /// Begins to connect, and has the languages made ready.
  ///
  /// @param spoken the language that is needed first
  /// @param next what is made ready behind that language
  void begin(Supplier<Connected> connect, Language spoken, Runnable next) {
    Thread.ofPlatform()
        .daemon()
        .name("opening")
        .start(() -> {
          try {
            connected.complete(connect.get());
            first.accept(dialogue.join());
            warm(dialogue.join(), spoken, next);
          } catch (RuntimeException | Error e) {
            connected.completeExceptionally(e);
          }
        });
  }

  /// One after the other: two at a time would keep whoever types waiting.
  private static void warm(Dialogue dialogue, Language first, Runnable next) {
    dialogue.warm(first);
    for (int i = 0; i < MOST_LOOKS && !dialogue.ready(first); i++) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    next.run();
    for (Language language : Language.values()) {
      dialogue.warm(language);
    }
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

  /// Is over as soon as there is a dialogue, or none can be.
  CompletableFuture<Boolean> over() {
    return dialogue.handle((_, _) -> true);
  }

  /// The dialogue, unless one would have to wait for it.
  Optional<Dialogue> ready() {
    return dialogue.isDone() && !dialogue.isCompletedExceptionally()
        ? Optional.of(dialogue.join())
        : Optional.empty();
  }

  /// What there is by name, as far as known.
  Ids ids() {
    return ids.isDone() && !ids.isCompletedExceptionally() ? ids.join() : new NoIds();
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
    var _ = ids.thenAccept(LiveIds::close);
    var _ = connected.thenAccept(Connected::close); // later, where it is not open yet
  }
}
