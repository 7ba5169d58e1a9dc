package io.ebb.cli;

import io.ebb.run.Run;
import io.ebb.script.CancelledException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The jobs of a session, in the order in which they began.
final class Errands {
  /// For how long what was interrupted is waited for before the prompt is back.
  static final Duration PATIENCE = Duration.ofMillis(700);

  /// For how long runs are waited for that are interrupted when the session ends.
  private static final Duration END = Duration.ofSeconds(5);

  private final List<Errand> all = new CopyOnWriteArrayList<>();
  private @Nullable Errand inFront;

  /// Whether what is said now is to stop.
  private boolean stopping;

  /// Takes one up.
  ///
  /// @param made makes it, by its number
  Errand add(Function<Integer, Errand> made) {
    Errand errand = made.apply(all.size() + 1);
    all.add(errand);
    return errand;
  }

  /// Something is said from now on, which may have one carried out.
  synchronized void begin() {
    stopping = false;
  }

  /// Returns unless what is said is to stop.
  synchronized void goOn() {
    if (stopping) {
      throw new CancelledException();
    }
  }

  /// Waits for it while everybody looks at it, and an interrupt means it.
  ///
  /// @return what came of it; empty when it goes on behind
  Optional<Run> await(Errand errand) {
    place(errand);
    try {
      return errand.await();
    } finally {
      place(null);
    }
  }

  /// An interrupt may have come just before.
  private synchronized void place(@Nullable Errand errand) {
    inFront = errand;
    if (errand != null && stopping) {
      errand.interrupt();
    }
  }

  /// Has that stop which is waited for, or will be by what is said.
  synchronized void interrupt() {
    stopping = true;
    if (inFront != null) {
      inFront.interrupt();
    }
  }

  /// All that have not ended.
  List<Errand> open() {
    return all.stream().filter(errand -> !errand.end().isDone()).toList();
  }

  /// All of them.
  List<Errand> all() {
    return List.copyOf(all);
  }

  /// What those are that go on, by number.
  Map<String, String> titles() {
    return open().stream()
        .collect(
            Collectors.toMap(
                errand -> String.valueOf(errand.number()), errand -> errand.plan().title()));
  }

  /// Has all of them stop as they stand, and waits until they have.
  void close() {
    List<Errand> open = open();
    open.forEach(Errand::interrupt);
    CompletableFuture<?>[] ends =
        open.stream()
            .map(errand -> errand.end().handle((_, _) -> true))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, END.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
