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
import io.ebb.plan.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How an order sees its cluster.
final class OrderLook {
  /// How far the clocks may be off that tell when an order was begun, and when an operation was.
  private static final Duration SKEW = Duration.ofHours(1);

  private final Means means;
  private final Order order;
  private final Limits limits;

  OrderLook(Means means, Order order, Limits limits) {
    this.means = means;
    this.order = order;
    this.limits = limits;
  }

  /// Everything as it is now, with all operations of the last day, whether they go on or not.
  Sight now() {
    return since(means.time().instant());
  }

  /// As [#now], with all operations since that moment, or a day ago.
  Sight since(Instant begun) {
    Ehpc ehpc = means.ehpc();
    Members members = ehpc.members(order.cluster());
    List<Job> jobs = new ArrayList<>(ehpc.runningJobs(members));
    if (order instanceof Order.QueueDeletion) {
      jobs.addAll(ehpc.waitingJobs(members));
    }
    Instant back = earlier(ehpc.dayBefore(), begun.minus(SKEW));
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
    Change change = change(seen, List.of());
    Stream<String> operations = seen.operations().stream().filter(change::is).map(Operation::id);
    Stream<String> nodes =
        order instanceof Order.Addition ? seen.nodes().stream().map(Node::id) : Stream.of();
    return Stream.concat(operations, nodes).toList();
  }

  /// The operations that may be the order: not known before, and not from long before it.
  List<Operation> alike(Sight seen, Entry.Ordered begun) {
    Change change = change(seen, begun.known());
    Instant earliest = begun.at().minus(SKEW);
    return seen.operations().stream()
        .filter(change::is)
        .filter(operation -> !begun.known().contains(operation.id()))
        .filter(
            operation -> operation.createdAt() == null || !operation.createdAt().isBefore(earliest))
        .toList();
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
