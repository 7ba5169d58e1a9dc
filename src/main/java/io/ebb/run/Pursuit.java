package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Failed;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Follows a change that was sent, to its end: by its operation when the answer came, by every
/// trace of it when the answer was lost.
final class Pursuit {
  /// How long a change whose answer was lost may take to show anywhere.
  private static final Duration SETTLE = Duration.ofSeconds(30);

  /// How coarse the service's times are, and how far its clock may be behind without our knowing:
  /// it takes our signatures for a minute.
  private static final Duration SKEW = Duration.ofSeconds(65);

  private final RunContext context;
  private final Sending sending;
  private final Change change;

  Pursuit(RunContext context, Sending sending) {
    this.context = context;
    this.sending = sending;
    this.change = sending.change();
  }

  /// The service has accepted the change as this operation: waits for its end.
  Conclusion accepted(String operation) {
    Instant since = context.now();
    Instant until = since.plus(context.plan.options().operationDeadline());
    context.write(new Entry.Receipt(since, sending.number(), operation, until));
    return follow(operation, since, until);
  }

  /// An operation in the log is the change whose answer was lost.
  private Conclusion adopted(Operation operation) {
    Instant since = context.now();
    Instant until = since.plus(context.plan.options().operationDeadline());
    context.write(new Entry.Adopted(since, sending.number(), operation.id(), until));
    return follow(operation.id(), since, until);
  }

  private Conclusion follow(String operation, Instant since, Instant until) {
    context.own(operation);
    try {
      return switch (watch(operation, since, until)) {
        case Sighting.Ended(Operation op) when op.successful() -> new Happened();
        case Sighting.Ended(Operation op) ->
            new Failed("operation %s failed%s".formatted(op.id(), codes(op)));
        case Sighting.Missing _ -> unlessDone(listsUntil(until), missing(operation));
        case Sighting.Pending _ -> unlessDone(context.look(), pending(operation, until));
      };
    } catch (RuntimeException e) {
      return new Open("operation " + operation + " was accepted, then: " + Setback.text(e));
    }
  }

  /// The log does not tell the end of the operation; the lists may.
  private Snapshot listsUntil(Instant until) {
    return context.lookUntil(
        change::done,
        change.words() + " is not in the operation log",
        Duration.between(context.now(), until));
  }

  private Conclusion unlessDone(Snapshot seen, Conclusion otherwise) {
    return change.done(seen) ? new Happened() : otherwise;
  }

  private static Open missing(String operation) {
    return new Open("operation " + operation + " is not in the operation log");
  }

  private static Open pending(String operation, Instant until) {
    return new Open(
        "operation %s had not ended by %s"
            .formatted(operation, until.truncatedTo(ChronoUnit.SECONDS)));
  }

  /// The answer was lost: looks for the operation and for the effect until there is a trace, or
  /// until there surely is none; empty when the change did not happen.
  Optional<Conclusion> inquire(AmbiguousException lost) {
    Instant settled = context.now().plus(SETTLE);
    String last = "neither log nor lists tell";
    for (int look = 0; waited(look); look++) {
      boolean late = !context.now().isBefore(settled);
      try {
        Snapshot seen = context.look();
        Optional<Conclusion> found = late ? evidence(seen) : trace(seen);
        if (found.isPresent() || (late && change.undone(seen))) {
          return found;
        }
      } catch (EhpcException e) {
        last = Setback.text(e);
        if (!Setback.mayPass(e)) {
          break;
        }
      }
    }
    return Optional.of(new Open(lost.getMessage() + "; " + last));
  }

  /// What can be told of a change whose answer was lost, once all of it should show; empty when
  /// nothing of it does.
  Optional<Conclusion> evidence(Snapshot seen) {
    return trace(seen).or(() -> strange(seen));
  }

  private Optional<Conclusion> trace(Snapshot seen) {
    // The log is read after the lists: an operation that they do not show yet stands there.
    Instant since = context.serviceTime(sending.begun()).minus(SKEW);
    return context.ehpc.operations(context.plan.cluster(), since).stream()
        .filter(operation -> !context.owns(operation.id()) && change.is(operation))
        .findFirst()
        .map(this::adopted)
        .or(() ->
            change.byAnybody() && change.done(seen)
                ? Optional.of(new Happened())
                : Optional.empty());
  }

  /// An effect without an operation: it may be ours or somebody else's.
  private Optional<Conclusion> strange(Snapshot seen) {
    return change.quiet(seen) && !change.undone(seen)
        ? Optional.of(new Open("it shows an effect, and no operation in the log tells whose"))
        : Optional.empty();
  }

  /// Whether there is time for another look, after having waited for it.
  private boolean waited(int look) {
    context.tell(
        new RunEvent.Waiting(
            "the answer to " + change.words() + " was lost",
            sending.begun(),
            "a trace of it",
            sending.deadline()));
    return context.cancellation.sleep(context.time, context.pace.waitBefore(look), Level.TWICE)
        && context.now().isBefore(sending.deadline());
  }

  private Sighting watch(String operation, Instant since, Instant until) {
    return context.watcher.await(
        context.plan.cluster(),
        operation,
        since,
        until,
        context.cancellation,
        () ->
            context.tell(
                new RunEvent.Waiting(
                    change.words() + " goes on", since, "the end of " + operation, until)));
  }

  private static String codes(Operation operation) {
    return operation.errorCodes().isEmpty() ? "" : ": " + operation.errorCodes();
  }
}
