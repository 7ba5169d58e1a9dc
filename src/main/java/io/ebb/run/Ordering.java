package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.BusyException;
import io.ebb.api.EhpcException;
import io.ebb.api.Failure;
import io.ebb.api.QuotaException;
import io.ebb.api.Reserve;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.plan.Pace;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One order on its way: looked at, sent, and looked for when there is no answer to it. Nothing is
/// sent a second time unless it surely has not happened.
final class Ordering {
  static final Duration DEADLINE = RetireOptions.defaults().operationDeadline();

  /// Whose answer is lost twice does not try a third time.
  private static final int SENDINGS = 2;

  private final Means means;
  private final Order order;
  private final Orders.Place place;
  private final Cancellation cancellation;
  private final Consumer<String> tell;
  private final Logbook logbook;
  private final OrderLook look;

  /// The sending that has no answer; null when there is none, or each was refused.
  private @Nullable LostOrder lost;

  private int sendings;

  /// What is told of waiting is told once.
  private String waiting = "";

  Ordering(
      Means means,
      Order order,
      Orders.Place place,
      Limits limits,
      Cancellation cancellation,
      Consumer<String> tell) {
    this.means = means;
    this.order = order;
    this.place = place;
    this.cancellation = cancellation;
    this.tell = tell;
    this.look = new OrderLook(means, order, limits);
    this.logbook = new Logbook(means, place.lease(), cancellation, this::heard);
  }

  /// The operation, from wherever the journal has brought the order.
  Operation carryOut() {
    Optional<ChangeRecord> before = ChangeRecords.of(place.before()).last();
    Optional<String> accepted = before.flatMap(ChangeRecord::operation);
    if (accepted.isPresent()) {
      return known(accepted.get(), "was accepted");
    }
    sendings = before.map(change -> change.sendings().getLast().sending()).orElse(0);
    if (before.flatMap(ChangeRecord::doubtful).isPresent()) {
      begunBefore().ifPresent(this::lose);
    }
    Optional<Operation> found = find("the run had stopped before the answer came");
    return found.orElseGet(this::deliver);
  }

  private Optional<Entry.Ordered> begunBefore() {
    return place.before().stream()
        .filter(Entry.Ordered.class::isInstance)
        .map(Entry.Ordered.class::cast)
        .reduce((_, last) -> last);
  }

  private void lose(Entry.Ordered begun) {
    lost = new LostOrder(means, order, look, cancellation, logbook, begun);
  }

  /// The operation of what has no answer; empty when it has not happened, or everything has one.
  private Optional<Operation> find(String why) {
    return Optional.ofNullable(lost).flatMap(order -> order.find(why)).map(this::adopted);
  }

  private Operation deliver() {
    logbook.hold(order.cluster(), order.nodes().stream().map(Node::id).collect(Collectors.toSet()));
    int inVain = 0;
    while (true) {
      Sight seen = lookBefore();
      Optional<Operation> late =
          Optional.ofNullable(lost).flatMap(order -> order.trace(seen)).map(this::adopted);
      if (late.isPresent()) {
        return late.get();
      }
      look.refuse(seen, logbook.allHeld());
      Entry.Ordered begun = begin(seen);
      try {
        return sent(intend(seen, begun));
      } catch (AmbiguousException e) {
        decline(e.getMessage(), true);
        lose(begun);
        Optional<Operation> found = find("the answer was lost");
        if (found.isPresent()) {
          return found.get();
        }
        inVain++;
        if (inVain == SENDINGS) {
          throw notDone(e);
        }
      } catch (QuotaException full) {
        decline(full.getMessage(), false);
        cancellation.goOn();
        if (full.code() != 0 || full.freeAt().isEmpty()) { // it may be a quota of resources
          throw full;
        }
      } catch (EhpcException refused) {
        decline(refused.getMessage(), false);
        cancellation.goOn(); // it may be refused for being interrupted
        throw refused;
      }
    }
  }

  /// A wish to stop ends the waits of the look, and the order is not sent then.
  private Sight lookBefore() {
    try {
      Sight seen = cancellation.during(() -> look.now(cancellation, tell), Level.CANCELLED);
      logbook.heed();
      stopIfCancelled();
      return seen;
    } catch (EhpcException e) {
      cancellation.goOn();
      stopIfCancelled();
      throw e;
    }
  }

  private void stopIfCancelled() {
    if (cancellation.cancelled()) {
      cancellation.goOn();
      throw new StoppedException("it was cancelled, and did not begin with " + order.doing());
    }
  }

  /// Writes down what is there before it is sent: whatever comes up later may be its doing.
  private Entry.Ordered begin(Sight seen) {
    if (sendings == 0) {
      place.approval().map(how -> how.at(means.time().instant())).ifPresent(logbook::write);
    }
    Entry.Ordered begun =
        new Entry.Ordered(
            means.time().instant(),
            place.change(),
            place.call(),
            order.cluster(),
            look.known(seen));
    logbook.write(begun);
    return begun;
  }

  /// Writes down what is about to be sent.
  private Change intend(Sight seen, Entry.Ordered begun) {
    Change change = look.change(seen, begun.known());
    sendings++;
    logbook.write(
        new Entry.Intent(
            begun.at(),
            place.change(),
            sendings,
            change.action(),
            change.queue(),
            change.nodes().stream().map(Node::id).toList(),
            begun.at().plus(DEADLINE)));
    haltIfLate();
    return change;
  }

  /// Somebody else may carry out the run by now, and what was seen is old.
  private void haltIfLate() {
    Duration late = logbook.late();
    if (late != null) {
      Halt.Reason reason =
          new Halt.Reason.Paused("the process was paused for %d s".formatted(late.toSeconds()));
      decline("not sent: " + reason.text(), false);
      throw new Halt(reason);
    }
  }

  private Operation sent(Change change) {
    // As a call that finishes something it does not wait: what was seen does not count after that.
    String operation = Reserve.open(() -> change.send(means.ehpc(), order.cluster()));
    Instant now = means.time().instant();
    logbook.write(new Entry.Receipt(now, place.change(), operation, now.plus(DEADLINE)));
    return known(operation, "accepted");
  }

  private Operation adopted(Operation operation) {
    Instant now = means.time().instant();
    logbook.write(new Entry.Adopted(now, place.change(), operation.id(), now.plus(DEADLINE)));
    tell.accept("%s: found as %s".formatted(order.doing(), operation.id()));
    return operation;
  }

  private void decline(@Nullable String answer, boolean lost) {
    logbook.write(
        new Entry.Declined(means.time().instant(), place.change(), sendings, answer, lost));
  }

  /// An operation that the service has told us of.
  private Operation known(String operation, String how) {
    tell.accept("%s: %s as %s".formatted(order.doing(), how, operation));
    Reserve.open(() -> isLogged(operation));
    Change change = Direct.of(order, List.of());
    return OrderLook.operation(operation, "pending", change, order.cluster());
  }

  /// Waits until the log tells of it. Its nodes are held until then: whoever looked meanwhile, this
  /// script or another, would find neither the nodes gone nor that they are going.
  private boolean isLogged(String operation) {
    Instant until = means.time().instant().plus(Pursuit.SETTLE);
    for (int again = 0; means.time().instant().isBefore(until); again++) {
      try {
        if (means.ehpc().operation(operation).isPresent()) {
          return true;
        }
      } catch (EhpcException e) {
        logbook.tell(
            new RunEvent.Waiting(Setback.text(e), means.time().instant(), "the log", until));
      }
      if (!cancellation.sleep(means.time(), Pace.standard().waitBefore(again), Level.CANCELLED)) {
        return false;
      }
    }
    return false;
  }

  private void heard(RunEvent event) {
    if (event instanceof RunEvent.Waiting wait && !wait.reason().equals(waiting)) {
      waiting = wait.reason();
      tell.accept(waiting + "; looking for " + wait.endedBy());
    }
  }

  private BusyException notDone(AmbiguousException last) {
    return new BusyException(
        new Failure(
            order.deed(),
            LostOrder.subject(order),
            0,
            "it was sent %d times, and has surely not happened; %s"
                .formatted(SENDINGS, last.getMessage()),
            "order it again when the service answers"));
  }
}
