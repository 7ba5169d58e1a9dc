package io.ebb.run;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Job;
import io.ebb.cluster.LogReading;
import io.ebb.cluster.Members;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.plan.OrderGuards;
import io.ebb.plan.Pace;
import io.ebb.plan.Violation;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How an order sees its cluster.
final class OrderLook {
  /// How far the clock may have been off that told when an order was begun, even if it is right by
  /// now. Of the day before the order, what could be taken for it is known.
  private static final Duration SKEW = Duration.ofHours(12);

  private final Means means;
  private final Order order;
  private final Limits limits;

  OrderLook(Means means, Order order, Limits limits) {
    this.means = means;
    this.order = order;
    this.limits = limits;
  }

  /// Everything as it is now, with all operations of the last day, whether they go on or not. As
  /// long as the lists contradict the log, and for half a minute at most, they are read again.
  ///
  /// @param tell told when it has to wait
  /// @throws Halt when it is interrupted
  Sight now(Cancellation cancellation, Consumer<String> tell) {
    Instant until = means.time().instant().plus(ListLag.SETTLE);
    for (int again = 0; ; again++) {
      Sight seen = since(means.time().instant());
      ListLag lag = new ListLag(seen, means.ehpc().serviceTime());
      Optional<Operation> hidden = lag.hidden();
      boolean early = again == 0 && order instanceof Order.Restart && lag.hidesJobs(order.nodes());
      if ((hidden.isEmpty() && !early) || !means.time().instant().isBefore(until)) {
        return seen;
      }
      if (again == 0) {
        hidden.ifPresent(operation ->
            tell.accept(
                "waiting until the lists show operation %s (%s)"
                    .formatted(operation.id(), operation.action())));
      }
      Duration pause = early ? ListLag.JOBS : Pace.standard().waitBefore(again);
      if (!cancellation.sleep(means.time(), pause, Level.CANCELLED)) {
        return seen;
      }
    }
  }

  /// As the lists are at once, with all operations since that moment, or a day ago.
  Sight since(Instant begun) {
    Ehpc ehpc = means.ehpc();
    Members members = ehpc.members(order.cluster());
    List<Job> jobs = new ArrayList<>(ehpc.runningJobs(members));
    if (order instanceof Order.QueueDeletion) {
      jobs.addAll(ehpc.waitingJobs(members));
    }
    Instant back = earlier(ehpc.dayBefore(), earliest(begun));
    LogReading log = ehpc.log(order.cluster(), back, Set.of());
    return new Sight(
        new Snapshot(
            order.cluster(),
            members.nodes(),
            members.queues(),
            jobs,
            log.operations(),
            members.takenAt()),
        true);
  }

  /// What was created before that, by the service's clock, was there when the order was begun.
  private Instant earliest(Instant begun) {
    Duration offset = Duration.between(means.time().instant(), means.ehpc().serviceTime());
    return begun.plus(offset).minus(SKEW);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Returns when nothing forbids the order.
  ///
  /// @param held the ids of the nodes that runs hold, this one's among them
  /// @throws RefusedException when a guard does
  void refuse(Sight seen, Set<String> held) {
    Set<String> others = new HashSet<>(held);
    order.nodes().forEach(node -> others.remove(node.id()));
    List<Violation> violations = OrderGuards.check(order, seen.snapshot(), others, limits);
    if (!violations.isEmpty()) {
      throw RefusedException.violated(order, violations);
    }
  }

  /// The change that is ordered, of the nodes as they are now; one that is gone is as it was.
  ///
  /// @param known the ids of what was there before
  Change change(Sight seen, Collection<String> known) {
    List<Node> nodes =
        order.nodes().stream().map(node -> seen.node(node.id()).orElse(node)).toList();
    return Direct.of(order.of(nodes), known);
  }

  /// The ids of what there is now, and could be taken for the effect of the order later.
  List<String> known(Sight seen) {
    Stream<String> operations =
        seen.operations().stream().filter(found -> mayBe(seen, found)).map(Operation::id);
    Stream<String> nodes =
        order instanceof Order.Addition ? seen.nodes().stream().map(Node::id) : Stream.of();
    return Stream.concat(operations, nodes).toList();
  }

  /// The operations that may be the order: not known before, and not from long before it.
  List<Operation> alike(Sight seen, Entry.Ordered begun) {
    Instant earliest = earliest(begun.at());
    return seen.operations().stream()
        .filter(operation -> mayBe(seen, operation))
        .filter(operation -> !begun.known().contains(operation.id()))
        .filter(
            operation -> operation.createdAt() == null || !operation.createdAt().isBefore(earliest))
        .toList();
  }

  /// Whether the operation is what was ordered, as far as it tells what it works on.
  private boolean mayBe(Sight seen, Operation operation) {
    Change change = change(seen, List.of());
    boolean silent = operation.resources().stream().allMatch(order.cluster()::equals);
    return (change.is(operation) || (silent && operation.action().equals(change.action())))
        && !addsOthers(seen, operation);
  }

  /// Whether it has added nodes of another role than was ordered.
  private boolean addsOthers(Sight seen, Operation operation) {
    return order instanceof Order.Addition addition
        && operation.resources().stream()
            .flatMap(id -> seen.node(id).stream())
            .anyMatch(node -> node.role() != addition.role());
  }

  /// An operation of which only this is known.
  static Operation operation(String id, String status, Change change, String cluster) {
    List<String> resources =
        Stream.of(
                Stream.of(cluster),
                Stream.ofNullable(change.queue()),
                change.nodes().stream().map(Node::id))
            .flatMap(part -> part)
            .toList();
    return new Operation(id, change.action(), status, resources, "", null, null);
  }
}
