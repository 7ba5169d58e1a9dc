package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.cluster.Operation;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Watcher.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What becomes of a change that was sent once: its operation when the answer came, every trace of
/// it when the answer was lost.
final class Pursuit {
  /// How long a change whose answer was lost may take to show anywhere.
  static final Duration SETTLE = Duration.ofSeconds(30);

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

  /// The service has accepted the change as this operation.
  Flight accepted(String operation) {
    Flight flight = flight(operation, true);
    Awaited awaited = flight.awaited();
    context.accepted(change, operation); // known here even if it cannot be written
    context.write(new Entry.Receipt(awaited.since(), sending.number(), operation, awaited.until()));
    return flight;
  }

  /// An operation in the log is the change whose answer was lost: waits for its end.
  private Conclusion adopted(Operation operation) {
    Flight flight = flight(operation.id(), false);
    Awaited awaited = flight.awaited();
    context.write(
        new Entry.Adopted(awaited.since(), sending.number(), operation.id(), awaited.until()));
    context.own(operation.id());
    return new Landing(context, List.of(flight)).conclude().getFirst();
  }

  private Flight flight(String operation, boolean accepted) {
    Instant since = context.now();
    Instant until = since.plus(context.plan.options().operationDeadline());
    return new Flight(change, new Awaited(operation, since, until), accepted);
  }

  /// The answer was lost: looks for the operation and for the effect until there is a trace, or
  /// until there surely is none; empty when the change did not happen.
  ///
  /// @param until how long it is looked for
  Optional<Conclusion> inquire(AmbiguousException lost, Instant until) {
    Instant settled = context.now().plus(SETTLE);
    String last = "neither log nor lists tell";
    for (int look = 0; waited(look, until); look++) {
      boolean late = !context.now().isBefore(settled);
      try {
        Sight seen = context.look();
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
  Optional<Conclusion> evidence(Sight seen) {
    return trace(seen).or(() -> strange(seen));
  }

  /// The operation or the effect that is surely this change; empty when neither shows.
  Optional<Conclusion> trace(Sight seen) {
    // The log is read after the lists: an operation that they do not show yet stands there.
    Instant since = context.serviceTime(sending.begun()).minus(SKEW);
    return context.ehpc.operations(context.plan.cluster(), since).stream()
        .filter(operation -> !context.owns(operation.id()) && change.is(operation))
        .findFirst()
        .map(this::adopted)
        .or(() ->
            change.byAnybody() && change.done(seen)
                ? Optional.of(new Happened(context.now()))
                : Optional.empty());
  }

  /// An effect without an operation: it may be ours or somebody else's.
  private Optional<Conclusion> strange(Sight seen) {
    return change.quiet(seen) && !change.undone(seen)
        ? Optional.of(new Open("it shows an effect, and no operation in the log tells whose"))
        : Optional.empty();
  }

  /// Whether there is time for another look, after having waited for it.
  private boolean waited(int look, Instant until) {
    context.tell(
        new RunEvent.Waiting(
            "the answer to " + change.words() + " was lost",
            sending.begun(),
            "a trace of it",
            until));
    context.cancellation.sleep(context.time, context.pace.waitBefore(look), Level.INTERRUPTED);
    return context.now().isBefore(until);
  }
}
