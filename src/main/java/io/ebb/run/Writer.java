package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.BusyException;
import io.ebb.api.ConflictException;
import io.ebb.api.EhpcException;
import io.ebb.api.NotFoundException;
import io.ebb.api.UnreachableException;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Conclusion.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes changes, each once: intent, call, receipt, wait, conclusion. Nothing is ever repeated
/// blindly (rule 13).
final class Writer {
  /// How long a change whose answer was lost may take to show anywhere.
  private static final Duration SETTLE = Duration.ofSeconds(30);

  /// How often a change is sent at most whose answers are lost and which surely did not happen.
  private static final int SENDINGS = 2;

  /// How coarse the service's times are, and how far its clock may be behind ours.
  private static final Duration COARSENESS = Duration.ofSeconds(5);

  private final RunContext context;
  private int changes;

  Writer(RunContext context) {
    this.context = context;
  }

  /// Makes the change and waits for its end.
  ///
  /// @throws EhpcException when the run cannot go on; then nothing of the change has happened
  Conclusion perform(Change change) {
    return new Attempt(change, ++changes).perform();
  }

  /// One change on its way.
  private final class Attempt {
    private final Change change;
    private final int number;
    private final Instant begun = context.now();
    private final Instant deadline = begun.plus(context.plan.options().operationDeadline());

    Attempt(Change change, int number) {
      this.change = change;
      this.number = number;
    }

    Conclusion perform() {
      List<String> nodes = change.nodes().stream().map(node -> node.id()).toList();
      context.write(
          new Entry.Intent(begun, number, change.action(), change.queue(), nodes, deadline));
      context.changed();
      try {
        Conclusion conclusion = conclude();
        note(conclusion.toString());
        return conclusion;
      } catch (EhpcException e) {
        note("not done: " + e.getMessage());
        throw e;
      }
    }

    private void note(String result) {
      context.write(new Entry.Concluded(context.now(), number, result));
    }

    private Conclusion conclude() {
      int lost = 0;
      for (int round = 0; ; round++) {
        EhpcException cause;
        try {
          return accepted(change.send(context.ehpc, context.plan.cluster()));
        } catch (NotFoundException e) {
          return afterLook(Refused.by(e));
        } catch (AmbiguousException e) {
          Optional<Conclusion> found = inquire(e);
          if (found.isPresent() || ++lost == SENDINGS) {
            return found.orElse(new Refused(e.getMessage() + "; it did not happen"));
          }
          cause = e;
        } catch (ConflictException e) {
          Snapshot seen = context.look();
          if (change.done(seen)) {
            return new Happened();
          }
          if (change.undone(seen)) {
            return Refused.by(e);
          }
          cause = e;
        } catch (BusyException | UnreachableException e) {
          cause = e;
        }
        if (!waited(round, cause)) {
          return Refused.by(cause);
        }
      }
    }

    /// Whether there is time for another round, after having waited for it.
    private boolean waited(int round, EhpcException cause) {
      Duration pause = context.pace.waitBefore(round);
      if (context.now().plus(pause).isAfter(deadline)) {
        return false;
      }
      context.tell(
          new RunEvent.Waiting(
              change.words() + ": " + cause.getMessage(),
              begun,
              "an answer of the service",
              deadline));
      Level wakesOn = change instanceof Change.Return ? Level.TWICE : Level.ONCE;
      return context.cancellation.sleep(context.time, pause, wakesOn);
    }

    private Conclusion accepted(String operation) {
      context.write(new Entry.Receipt(context.now(), number, operation));
      context.own(operation);
      try {
        return switch (watch(operation)) {
          case Sighting.Ended(Operation op) when op.successful() -> new Happened();
          case Sighting.Ended(Operation op) ->
              afterLook(new Refused("operation %s failed%s".formatted(op.id(), codes(op))));
          case Sighting.Missing _ ->
              afterLook(new Open("operation " + operation + " is not in the operation log"));
          case Sighting.Pending _ ->
              afterLook(
                  new Open("operation %s had not ended by %s".formatted(operation, context.now())));
        };
      } catch (EhpcException e) {
        return new Open("operation " + operation + " was accepted, then: " + e.getMessage());
      }
    }

    private Sighting watch(String operation) {
      return context.watcher.await(
          context.plan.cluster(),
          operation,
          begun,
          deadline,
          context.cancellation,
          () ->
              context.tell(
                  new RunEvent.Waiting(
                      change.words() + " goes on", begun, "the end of " + operation, deadline)));
    }

    private static String codes(Operation operation) {
      return operation.errorCodes().isEmpty() ? "" : ": " + operation.errorCodes();
    }

    /// Happened when the lists show it, else what was thought.
    private Conclusion afterLook(Conclusion otherwise) {
      return change.done(context.look()) ? new Happened() : otherwise;
    }

    /// Looks for a change that was sent and whose answer was lost; empty when it did not happen.
    private Optional<Conclusion> inquire(AmbiguousException lost) {
      Instant settled = context.now().plus(SETTLE);
      try {
        for (int look = 0; context.now().isBefore(deadline); look++) {
          context.tell(
              new RunEvent.Waiting(
                  "the answer to " + change.words() + " was lost",
                  begun,
                  "a trace of it",
                  deadline));
          if (!context.cancellation.sleep(
              context.time, context.pace.waitBefore(look), Level.TWICE)) {
            break;
          }
          boolean late = !context.now().isBefore(settled);
          Optional<Operation> trace = trace();
          if (trace.isPresent()) {
            return Optional.of(accepted(trace.get().id()));
          }
          Snapshot seen = context.look();
          if (change.done(seen)) {
            return Optional.of(new Happened());
          }
          if (late && change.undone(seen)) {
            return Optional.empty();
          }
        }
      } catch (EhpcException e) {
        return Optional.of(new Open(lost.getMessage() + "; then: " + e.getMessage()));
      }
      return Optional.of(new Open(lost.getMessage() + "; neither log nor lists tell"));
    }

    private Optional<Operation> trace() {
      Instant since = begun.minus(COARSENESS);
      return context.ehpc.operations(context.plan.cluster(), since).stream()
          .filter(op -> !context.owns(op.id()) && change.is(op))
          .findFirst();
    }
  }
}
