package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.api.Failure;
import io.ebb.api.Reserve;
import io.ebb.api.Sent;
import io.ebb.api.Subject;
import io.ebb.api.Told;
import io.ebb.cluster.Operation;
import io.ebb.plan.Order;
import io.ebb.plan.Pace;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An order that was sent, or may have been, and has no answer: looks for a trace of it. Sends
/// nothing.
final class LostOrder {
  /// How long it may take to show. The service takes what was signed for a minute, however long it
  /// was on its way; then it may be half a minute until a list shows it. It is waited for from the
  /// moment at which it is looked for: when it was sent is told by a clock that may be another one
  /// by now.
  static final Duration SETTLE = Duration.ofSeconds(65).plus(Pursuit.SETTLE);

  private final Means means;
  private final Order order;
  private final OrderLook look;
  private final Cancellation cancellation;
  private final Logbook logbook;
  private final Entry.Ordered begun;

  /// @param begun what was there before it was sent
  LostOrder(
      Means means,
      Order order,
      OrderLook look,
      Cancellation cancellation,
      Logbook logbook,
      Entry.Ordered begun) {
    this.means = means;
    this.order = order;
    this.look = look;
    this.cancellation = cancellation;
    this.logbook = logbook;
    this.begun = begun;
  }

  /// Looks until there is a trace, or until there surely is none; empty when it has not happened.
  ///
  /// @param why there is no answer
  /// @throws AmbiguousException when nobody can say
  Optional<Operation> find(String why) {
    return Reserve.open(() -> found(why));
  }

  private Optional<Operation> found(String why) {
    Instant since = means.time().instant();
    Instant deadline = since.plus(Ordering.DEADLINE);
    String last = why;
    for (int again = 0; ; again++) {
      Instant now = means.time().instant();
      boolean late = !now.isBefore(since.plus(SETTLE));
      try {
        Sight seen = look.since(begun.at());
        Optional<Operation> trace = trace(seen);
        if (trace.isPresent() || (late && surelyNot(seen))) {
          return trace;
        }
        last = why + ", and something else goes on there";
      } catch (AmbiguousException e) {
        throw e;
      } catch (EhpcException e) {
        cancellation.goOn();
        last = why + ", then: " + Setback.text(e);
        if (!Setback.mayPass(e)) {
          throw riddle(last);
        }
      }
      if (!now.isBefore(deadline)) {
        throw riddle(last);
      }
      logbook.tell(
          new RunEvent.Waiting(why + ": " + order.doing(), since, "a trace of it", deadline));
      cancellation.sleep(means.time(), Pace.standard().waitBefore(again), Level.INTERRUPTED);
    }
  }

  /// The operation that is surely the order; empty when none is.
  ///
  /// @throws AmbiguousException when several may be
  Optional<Operation> trace(Sight seen) {
    List<Operation> alike = look.alike(seen, begun);
    if (alike.size() > 1) {
      String ids = alike.stream().map(Operation::id).collect(Collectors.joining(", "));
      throw riddle("any of the operations " + ids + " may be it");
    }
    return alike.stream().findFirst();
  }

  /// Whether nothing of it has happened; it may go on as long as something else does.
  private boolean surelyNot(Sight seen) {
    Change change = look.change(seen, begun.known());
    if (!change.quiet(seen)) {
      return false;
    }
    if (change.undone(seen)) {
      return true;
    }
    throw riddle("it shows an effect, and no operation in the log tells whose");
  }

  private AmbiguousException riddle(String why) {
    Failure failure =
        new Failure(
            order.deed(),
            subject(order),
            0,
            why,
            "look at the operation log and at what it was to change before it is ordered again");
    Sent sent = new Sent("POST", Direct.of(order, List.of()).action(), begun.at(), Map.of());
    return (AmbiguousException) new Told("ambiguous", failure, null, sent).again();
  }

  /// What an order is about, for errors.
  static Subject subject(Order order) {
    return new Subject(
        order.cluster(),
        order.queue() == null ? "" : order.queue().id(),
        order.nodes().stream().map(node -> node.host()).toList());
  }
}
