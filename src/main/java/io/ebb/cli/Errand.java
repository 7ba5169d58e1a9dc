package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.Plan;
import io.ebb.run.History;
import io.ebb.run.Run;
import io.ebb.run.RunEvent;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// A plan that a session carries out on a thread of its own: a job. It goes on whether the session
/// follows it or not.
final class Errand {
  private final int number;
  private final Plan plan;
  private final Ebb part;
  private final Instant since;
  private final CompletableFuture<String> begun = new CompletableFuture<>();
  private final CompletableFuture<Run> end = new CompletableFuture<>();
  private final CompletableFuture<Boolean> released = new CompletableFuture<>();
  private final Following following;

  /// @param number by which people name it, from 1
  /// @param part what carries it out, and nothing else
  /// @param following who is told what it does, and asked on the way
  Errand(int number, Plan plan, Ebb part, Following following) {
    this.number = number;
    this.plan = plan;
    this.part = part;
    this.following = following;
    this.since = part.time().instant();
    var _ =
        end.whenComplete((run, failure) -> {
          if (run == null) {
            begun.completeExceptionally(failure);
          } else {
            begun.complete(run.id());
          }
        });
  }

  /// Begins it.
  ///
  /// @param confirmation asks for what is to be decided on the way
  void start(Confirmation confirmation) {
    Thread.ofPlatform().daemon().name("job " + number).start(() -> carryOut(confirmation));
  }

  private void carryOut(Confirmation confirmation) {
    try (part) {
      end.complete(part.apply(plan, this::hear, confirmation));
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    }
  }

  private void hear(RunEvent event) {
    if (event instanceof RunEvent.Began(String run, Plan _)) {
      begun.complete(run);
    }
    following.on(event);
  }

  /// Who is told what it does.
  Following following() {
    return following;
  }

  int number() {
    return number;
  }

  Plan plan() {
    return plan;
  }

  /// When it began, by the service's time.
  Instant since() {
    return since;
  }

  /// What comes of it.
  CompletableFuture<Run> end() {
    return end;
  }

  /// The id of its run; empty until that has begun.
  Optional<String> run() {
    return begun.isDone() && !begun.isCompletedExceptionally()
        ? Optional.of(begun.join())
        : Optional.empty();
  }

  /// Its run as it stands once it has begun.
  ///
  /// @throws io.ebb.run.RefusedException when it was refused
  Run running() {
    RunHead head = part.journal().head(joined(begun));
    return end.isDone()
        ? joined(end)
        : new Run(
            head.id(),
            plan.id(),
            plan.cluster(),
            RunState.RUNNING,
            History.of(part.journal().entries(head.id())).nodes(),
            null,
            0,
            head.startedAt(),
            part.time().instant());
  }

  /// Waits until it has ended, or was interrupted a moment ago.
  ///
  /// @return what came of it; empty when it goes on
  /// @throws io.ebb.run.RefusedException when it was refused
  Optional<Run> await() {
    CompletableFuture.anyOf(end.handle((_, _) -> true), released).join();
    return end.isDone() ? Optional.of(joined(end)) : Optional.empty();
  }

  /// Has it stop as it stands; who waits for it does so for a moment longer.
  void interrupt() {
    part.interrupt();
    var _ = released.completeOnTimeout(true, Errands.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
