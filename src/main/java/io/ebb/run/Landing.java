package io.ebb.run;

import io.ebb.cluster.Operation;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Failed;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Watcher.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows changes that go on to their ends: one poll for all of them.
final class Landing {
  /// The times of an operation are told to the second.
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private final RunContext context;
  private final List<Flight> flights;
  private final Map<Awaited, Sighting> seen = new HashMap<>();

  /// @param flights at least one, all of the same kind
  Landing(RunContext context, List<Flight> flights) {
    this.context = context;
    this.flights = flights;
  }

  /// What came of each, in their order: what cannot be known is open.
  List<Conclusion> conclude() {
    RuntimeException trouble = watch();
    List<Conclusion> conclusions = new ArrayList<>();
    for (Flight flight : flights) {
      conclusions.add(conclude(flight, trouble));
    }
    return conclusions;
  }

  /// Waits for all; what kept it from waiting to the end, if anything did.
  private @Nullable RuntimeException watch() {
    try {
      context.watcher.await(
          context.plan.cluster(),
          flights.stream().map(Flight::awaited).toList(),
          flights.getFirst().change().pace(),
          context.cancellation,
          Level.INTERRUPTED, // what the service has accepted is followed to its end
          this::tell,
          seen::put);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private Conclusion conclude(Flight flight, @Nullable RuntimeException trouble) {
    Sighting sighting = seen.get(flight.awaited());
    if (sighting == null) {
      return lost(flight, String.valueOf(trouble == null ? null : Setback.text(trouble)));
    }
    try {
      return conclude(flight, sighting);
    } catch (RuntimeException e) {
      return lost(flight, Setback.text(e));
    }
  }

  private static Open lost(Flight flight, String why) {
    return new Open("operation " + flight.operation() + " was accepted, then: " + why);
  }

  private Conclusion conclude(Flight flight, Sighting sighting) {
    return switch (sighting) {
      case Sighting.Ended(Operation op) when op.successful() -> new Happened(endOf(flight, op));
      case Sighting.Ended(Operation op) ->
          new Failed("operation %s failed%s".formatted(op.id(), codes(op)));
      case Sighting.Missing _ -> unlessDone(flight, listsUntil(flight), missing(flight));
      case Sighting.Pending _ -> unlessDone(flight, context.look(), pending(flight));
    };
  }

  /// When the operation had ended at the latest, by our clock: it was created before we heard of
  /// its acceptance, and it took as long as its two times are apart, which are of one clock. Two
  /// equal times tell nothing: whoever wrote them may have meant the creation twice.
  private Instant endOf(Flight flight, Operation operation) {
    Instant now = context.now();
    Instant created = operation.createdAt();
    Instant changed = operation.changedAt();
    if (!flight.accepted() || created == null || changed == null || !changed.isAfter(created)) {
      return now;
    }
    Duration took = Duration.between(created, changed).plus(GRAIN);
    Instant end = flight.awaited().since().plus(took);
    return end.isBefore(now) ? end : now;
  }

  /// The log does not tell the end of the operation; the lists may.
  private Sight listsUntil(Flight flight) {
    return context.lookUntil(
        context::look,
        flight.change()::done,
        flight.change().words() + " is not in the operation log",
        Duration.between(context.now(), flight.awaited().until()));
  }

  private Conclusion unlessDone(Flight flight, Sight now, Conclusion otherwise) {
    return flight.change().done(now) ? new Happened(context.now()) : otherwise;
  }

  private static Open missing(Flight flight) {
    return new Open("operation " + flight.operation() + " is not in the operation log");
  }

  private static Open pending(Flight flight) {
    return new Open(
        "operation %s had not ended by %s"
            .formatted(
                flight.operation(), flight.awaited().until().truncatedTo(ChronoUnit.SECONDS)));
  }

  private void tell() {
    Flight first = flights.getFirst();
    String others = flights.size() == 1 ? "" : " and %d more".formatted(flights.size() - 1);
    context.tell(
        new RunEvent.Waiting(
            first.change().words() + others + (others.isEmpty() ? " goes on" : " go on"),
            first.awaited().since(),
            "the end of " + first.operation() + others,
            first.awaited().until()));
  }

  private static String codes(Operation operation) {
    return operation.errorCodes().isEmpty() ? "" : ": " + operation.errorCodes();
  }
}
