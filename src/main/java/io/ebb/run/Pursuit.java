package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Conclusion.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Follows a change that was sent, to its end: by its operation when the answer came, by every
/// trace of it when the answer was lost.
final class Pursuit {
  /// How long a change whose answer was lost may take to show anywhere.
  private static final Duration SETTLE = Duration.ofSeconds(30);

  /// How coarse the service's times are, and how far its clock may be behind ours.
  private static final Duration COARSENESS = Duration.ofSeconds(5);

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
    context.write(new Entry.Receipt(context.now(), sending.number(), operation));
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
                new Open("operation %s had not ended by %s".formatted(operation, clockTime())));
      };
    } catch (EhpcException e) {
      return new Open("operation " + operation + " was accepted, then: " + Setback.text(e));
    }
  }

  /// Happened when the lists show it, else what was thought.
  Conclusion afterLook(Conclusion otherwise) {
    return change.done(context.look()) ? new Happened() : otherwise;
  }

  /// The answer was lost: looks for the operation and for the effect until there is a trace, or
  /// until there surely is none; empty when the change did not happen.
  Optional<Conclusion> inquire(AmbiguousException lost) {
    Instant settled = context.now().plus(SETTLE);
    String last = "neither log nor lists tell";
    for (int look = 0; waited(look); look++) {
      boolean late = !context.now().isBefore(settled);
      try {
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
      } catch (EhpcException e) {
        last = Setback.text(e);
        if (!Setback.mayPass(e)) {
          break;
        }
      }
    }
    return Optional.of(new Open(lost.getMessage() + "; " + last));
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

  private Optional<Operation> trace() {
    Instant since = sending.begun().minus(COARSENESS);
    return context.ehpc.operations(context.plan.cluster(), since).stream()
        .filter(operation -> !context.owns(operation.id()) && change.is(operation))
        .findFirst();
  }

  private Sighting watch(String operation) {
    return context.watcher.await(
        context.plan.cluster(),
        operation,
        sending.begun(),
        sending.deadline(),
        context.cancellation,
        () ->
            context.tell(
                new RunEvent.Waiting(
                    change.words() + " goes on",
                    sending.begun(),
                    "the end of " + operation,
                    sending.deadline())));
  }

  private Instant clockTime() {
    return context.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String codes(Operation operation) {
    return operation.errorCodes().isEmpty() ? "" : ": " + operation.errorCodes();
  }
}
