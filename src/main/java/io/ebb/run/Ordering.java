package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.BusyException;
import io.ebb.api.EhpcException;
import io.ebb.api.Failure;
import io.ebb.api.Reserve;
import io.ebb.api.Sent;
import io.ebb.api.Subject;
import io.ebb.api.Told;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.plan.Pace;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One order on its way: looked at, sent, and looked for when there is no answer to it. Nothing is
/// sent a second time unless it surely has not happened.
final class Ordering {
  /// How long an order without an answer may take to show. The service takes what was signed for a
  /// minute, however long it was on its way; then it may be half a minute until a list shows it.
  static final Duration SETTLE = Duration.ofSeconds(65).plus(Pursuit.SETTLE);

  /// Whose answer is lost twice does not try a third time.
  private static final int SENDINGS = 2;

  private static final Duration DEADLINE = RetireOptions.defaults().operationDeadline();

  private final Means means;
  private final Order order;
  private final Orders.Place place;
  private final Cancellation cancellation;
  private final Consumer<String> tell;
  private final Logbook logbook;
  private final OrderLook look;
  private Entry.@Nullable Ordered begun;
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
      return accepted(accepted.get());
    }
    place.before().stream()
        .filter(Entry.Ordered.class::isInstance)
        .map(Entry.Ordered.class::cast)
        .forEach(entry -> begun = entry);
    sendings = before.map(change -> change.sendings().getLast().sending()).orElse(0);
    Optional<Operation> found =
        before
            .flatMap(ChangeRecord::doubtful)
            .flatMap(sent ->
                search(sent.at(), sent.deadline(), "the run had stopped before the answer came"));
    return found.orElseGet(this::deliver);
  }

  private Operation deliver() {
    means
        .journal()
        .hold(
            place.lease(),
            order.cluster(),
            order.nodes().stream().map(Node::id).collect(Collectors.toSet()));
    int inVain = 0;
    while (true) {
      Sight seen = lookBefore();
      Optional<Operation> late = trace(seen);
      if (late.isPresent()) {
        return late.get();
      }
      look.refuse(seen, held());
      Instant at = means.time().instant();
      try {
        return sent(intend(seen, at));
      } catch (AmbiguousException lost) {
        decline(lost.getMessage(), true);
        Optional<Operation> found = search(at, at.plus(DEADLINE), "the answer was lost");
        if (found.isPresent()) {
          return found.get();
        }
        inVain++;
        if (inVain == SENDINGS) {
          throw notDone(lost);
        }
      } catch (EhpcException refused) {
        decline(refused.getMessage(), false);
        throw refused;
      }
    }
  }

  /// A wish to stop ends the waits of the look, and the order is not sent then.
  private Sight lookBefore() {
    try {
      Sight seen = cancellation.during(look::now, Level.CANCELLED);
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

  private Set<String> held() {
    return new HashSet<>(means.journal().held());
  }

  /// Writes down what is about to be sent.
  private Change intend(Sight seen, Instant at) {
    if (begun == null) {
      begun =
          new Entry.Ordered(at, place.change(), place.call(), order.cluster(), look.known(seen));
      logbook.write(begun);
    }
    Change change = look.change(seen, begun.known());
    sendings++;
    logbook.write(
        new Entry.Intent(
            at,
            place.change(),
            sendings,
            change.action(),
            change.queue(),
            change.nodes().stream().map(Node::id).toList(),
            at.plus(DEADLINE)));
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
    String operation = change.send(means.ehpc(), order.cluster());
    Instant now = means.time().instant();
    logbook.write(new Entry.Receipt(now, place.change(), operation, now.plus(DEADLINE)));
    tell.accept("%s: accepted as %s".formatted(order.doing(), operation));
    return OrderLook.operation(operation, "pending", change, order.cluster());
  }

  private void decline(@Nullable String answer, boolean lost) {
    logbook.write(
        new Entry.Declined(means.time().instant(), place.change(), sendings, answer, lost));
  }

  private Operation accepted(String operation) {
    tell.accept("%s: was accepted as %s".formatted(order.doing(), operation));
    Change change = Direct.of(order, List.of());
    return OrderLook.operation(operation, "pending", change, order.cluster());
  }

  // --- what came of it

  /// Looks for a trace of the order until there is one, or until there surely is none; empty when
  /// it has not happened.
  ///
  /// @param why there is no answer
  /// @throws AmbiguousException when nobody can say
  private Optional<Operation> search(Instant sentAt, Instant deadline, String why) {
    return Reserve.open(() -> searched(sentAt, deadline, why));
  }

  private Optional<Operation> searched(Instant sentAt, Instant deadline, String why) {
    Instant since = means.time().instant();
    Instant lastSent = sentAt.plus(DEADLINE); // calls may wait for the service before they are made
    Instant settled = (lastSent.isBefore(since) ? lastSent : since).plus(SETTLE);
    String last = why;
    for (int again = 0; ; again++) {
      boolean late = !means.time().instant().isBefore(settled);
      try {
        Sight seen = look.since(sentAt);
        Optional<Operation> found = trace(seen);
        if (found.isPresent() || (late && surelyNot(seen))) {
          return found;
        }
        last = why + ", and something else goes on there";
      } catch (AmbiguousException e) {
        throw e;
      } catch (EhpcException e) {
        cancellation.goOn();
        last = why + ", then: " + Setback.text(e);
        if (!Setback.mayPass(e)) {
          throw riddle(sentAt, last);
        }
      }
      if (late && !means.time().instant().isBefore(deadline)) {
        throw riddle(sentAt, last);
      }
      await(again, since, deadline, why);
    }
  }

  /// The operation that is surely the order; empty when none is.
  ///
  /// @throws AmbiguousException when several may be
  private Optional<Operation> trace(Sight seen) {
    if (begun == null || sendings == 0) {
      return Optional.empty();
    }
    List<Operation> alike = look.alike(seen, begun);
    if (alike.size() > 1) {
      String ids = alike.stream().map(Operation::id).collect(Collectors.joining(", "));
      throw riddle(begun.at(), "any of the operations " + ids + " may be it");
    }
    return alike.stream().findFirst().map(this::adopted);
  }

  private Operation adopted(Operation operation) {
    Instant now = means.time().instant();
    logbook.write(new Entry.Adopted(now, place.change(), operation.id(), now.plus(DEADLINE)));
    tell.accept("%s: found as %s".formatted(order.doing(), operation.id()));
    return operation;
  }

  /// Whether nothing of it has happened; it may go on as long as something else does.
  private boolean surelyNot(Sight seen) {
    Entry.Ordered known = Objects.requireNonNull(begun);
    Change change = look.change(seen, known.known());
    if (!change.quiet(seen)) {
      return false;
    }
    if (change.undone(seen)) {
      return true;
    }
    throw riddle(known.at(), "it shows an effect, and no operation in the log tells whose");
  }

  private void await(int again, Instant since, Instant deadline, String why) {
    logbook.tell(
        new RunEvent.Waiting(why + ": " + order.doing(), since, "a trace of it", deadline));
    cancellation.sleep(means.time(), Pace.standard().waitBefore(again), Level.INTERRUPTED);
  }

  private void heard(RunEvent event) {
    if (event instanceof RunEvent.Waiting wait && !wait.reason().equals(waiting)) {
      waiting = wait.reason();
      tell.accept(waiting + "; looking for " + wait.endedBy());
    }
  }

  private AmbiguousException riddle(Instant at, String why) {
    Failure failure =
        new Failure(
            order.deed(),
            subject(),
            0,
            why,
            "look at the operation log and at what it was to change before it is ordered again");
    Sent sent = new Sent("POST", Direct.of(order, List.of()).action(), at, Map.of());
    return (AmbiguousException) new Told("ambiguous", failure, null, sent).again();
  }

  private BusyException notDone(AmbiguousException lost) {
    return new BusyException(
        new Failure(
            order.deed(),
            subject(),
            0,
            "it was sent %d times, and has surely not happened; %s"
                .formatted(SENDINGS, lost.getMessage()),
            "order it again when the service answers"));
  }

  private Subject subject() {
    Queue queue = order.queue();
    return new Subject(
        order.cluster(),
        queue == null ? "" : queue.id(),
        order.nodes().stream().map(Node::host).toList());
  }
}
