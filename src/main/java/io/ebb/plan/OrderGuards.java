package io.ebb.plan;

import static io.ebb.plan.Guard.IN_FLIGHT;
import static io.ebb.plan.Guard.JOBS;
import static io.ebb.plan.Guard.KEEP;
import static io.ebb.plan.Guard.PROTECTED;
import static io.ebb.plan.Guard.QUEUE_REMAINS;
import static io.ebb.plan.Guard.ROLES;
import static io.ebb.plan.Guard.TARGETS;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What forbids an [Order] by a fresh look, all of it at once (rule 2). Pure. Nothing of it can be
/// overridden.
public final class OrderGuards {
  private static final String LATER = "wait until it has ended and order again";

  private final Order order;
  private final Snapshot now;
  private final Set<String> held;
  private final Limits limits;
  private final InFlight inFlight;
  private final Set<String> ids;

  /// The nodes of the order as they are now; those that are gone are not among them.
  private final List<Node> nodes;

  private OrderGuards(Order order, Snapshot now, Set<String> held, Limits limits) {
    this.order = order;
    this.now = now;
    this.held = held;
    this.limits = limits;
    this.inFlight = new InFlight(now);
    this.ids = order.nodes().stream().map(Node::id).collect(Collectors.toSet());
    this.nodes = now.nodes().stream().filter(node -> ids.contains(node.id())).toList();
  }

  /// All that forbids the order; empty when it may be carried out.
  ///
  /// @param now the cluster as it is, with every operation that goes on; to delete a queue with the
  ///   waiting jobs, too
  /// @param held the ids of the nodes that other runs hold: they are as good as gone
  /// @param limits how much may be taken away, and what is protected
  public static List<Violation> check(Order order, Snapshot now, Set<String> held, Limits limits) {
    OrderGuards guards = new OrderGuards(order, now, held, limits);
    return switch (order) {
      case Order.Addition _ -> guards.goingOnAtCluster().toList();
      case Order.Restart _ -> guards.ofRestart().toList();
      case Order.Joining joining -> guards.ofJoining(joining.queue()).toList();
      case Order.Leaving leaving -> guards.ofLeaving(leaving.queue()).toList();
      case Order.QueueDeletion deletion -> guards.ofDeletion(deletion.queue()).toList();
    };
  }

  private Stream<Violation> ofRestart() {
    return Stream.of(
            named(),
            each(
                ROLES,
                node -> node.role() == Role.CONTROLLER || node.role() == Role.OTHER,
                "a controller, or of a role this version does not know: ",
                "leave it out, or restart it in the console"),
            each(
                JOBS,
                node -> node.queue() != null,
                "in a queue, where a job may start at any moment: ",
                "take it out of its queue first, and wait until it is idle"),
            busy(node -> true, "wait until it is idle"),
            protection(node -> true),
            goingOn())
        .flatMap(Function.identity());
  }

  private Stream<Violation> ofJoining(Queue queue) {
    Predicate<Node> moves = node -> node.queue() != null && !queue.id().equals(node.queue());
    return Stream.of(
            named(),
            computeOnly(),
            alone(),
            there(queue),
            busy(moves, "wait until it is idle, or take it out of its queue first"),
            protection(moves),
            goingOn(),
            goingOnAt(queue),
            queues(moves).flatMap(source -> keep(source, moves)))
        .flatMap(Function.identity());
  }

  private Stream<Violation> ofLeaving(Queue queue) {
    Predicate<Node> member = node -> queue.id().equals(node.queue());
    return Stream.of(
            named(),
            computeOnly(),
            alone(),
            there(queue),
            each(
                TARGETS,
                node -> node.role() == Role.COMPUTE && !member.test(node),
                "not in queue " + queue.label() + ": ",
                "choose among the nodes of the queue"),
            protection(node -> true),
            goingOn(),
            goingOnAt(queue),
            queueRemains(),
            keep(queue.id(), member))
        .flatMap(Function.identity());
  }

  private Stream<Violation> ofDeletion(Queue queue) {
    return Stream.of(
            there(queue),
            empty(queue),
            unused(queue),
            goingOnAt(queue),
            goingOnAtCluster(),
            nobodyComesBack(queue))
        .flatMap(Function.identity());
  }

  // --- nodes

  private Stream<Violation> named() {
    Stream<Violation> none =
        order.nodes().isEmpty()
            ? Stream.of(violation(TARGETS, List.of(), "no node is given", "name at least one node"))
            : Stream.empty();
    List<String> gone =
        order.nodes().stream().filter(node -> !isThere(node)).map(Node::host).toList();
    Stream<Violation> absent =
        gone.isEmpty()
            ? Stream.empty()
            : Stream.of(
                violation(
                    TARGETS,
                    gone,
                    "gone from cluster " + now.cluster() + ": " + Hosts.fold(gone),
                    "list the nodes again and choose from those"));
    return Stream.concat(none, absent);
  }

  /// A serial that another node has by now is not the one that was meant (rule 1).
  private boolean isThere(Node node) {
    return nodes.stream()
        .anyMatch(found -> found.id().equals(node.id()) && found.serial() == node.serial());
  }

  /// Queues know nodes by their serials: while two have the same, what is ordered of one would hit
  /// the other, too (rule 1).
  private Stream<Violation> alone() {
    return each(
        TARGETS,
        node -> now.nodes().stream().anyMatch(other -> isNamesake(node, other)),
        "another node is listed with the same serial: ",
        "wait until one of them is gone and order again");
  }

  private static boolean isNamesake(Node node, Node other) {
    return !other.id().equals(node.id())
        && other.role() == node.role()
        && other.serial() == node.serial();
  }

  private Stream<Violation> computeOnly() {
    return each(
        ROLES,
        node -> node.role() != Role.COMPUTE,
        "no compute node: ",
        "leave it out; only compute nodes can be in a queue");
  }

  private Stream<Violation> busy(Predicate<Node> which, String remedy) {
    return nodes.stream()
        .filter(which.and(node -> !now.idle(node)))
        .map(node ->
            violation(
                JOBS,
                List.of(node.host()),
                "%s may be used by running job %s"
                    .formatted(node.host(), numbers(now.jobsOn(node))),
                remedy));
  }

  private Stream<Violation> protection(Predicate<Node> which) {
    return each(
        PROTECTED,
        which.and(limits::protects),
        "protected: ",
        "leave it out, or lift its protection");
  }

  private Stream<Violation> goingOn() {
    return nodes.stream()
        .flatMap(node ->
            inFlight
                .around(node)
                .map(op ->
                    "operation %s (%s) goes on at %s".formatted(op.id(), op.action(), node.host()))
                .or(() -> transition(node))
                .or(() -> inFlight.changeOfQueueOf(node))
                .map(problem -> violation(IN_FLIGHT, List.of(node.host()), problem, LATER))
                .stream());
  }

  private static Optional<String> transition(Node node) {
    return node.inTransition()
        ? Optional.of("%s is %s".formatted(node.host(), node.transition()))
        : Optional.empty();
  }

  private Stream<Violation> each(
      Guard guard, Predicate<Node> wrong, String problem, String remedy) {
    List<String> hosts = nodes.stream().filter(wrong).map(Node::host).toList();
    return hosts.isEmpty()
        ? Stream.empty()
        : Stream.of(violation(guard, hosts, problem + Hosts.fold(hosts), remedy));
  }

  // --- queues

  private Stream<Violation> there(Queue queue) {
    return now.queues().stream().anyMatch(found -> found.id().equals(queue.id()))
        ? Stream.empty()
        : Stream.of(
            violation(
                TARGETS,
                List.of(),
                "queue %s is gone from cluster %s".formatted(queue.label(), now.cluster()),
                "list the queues again and choose from those"));
  }

  private Stream<Violation> goingOnAt(Queue queue) {
    return inFlight
        .onQueue(queue.id())
        .map(op ->
            "operation %s (%s) goes on at queue %s".formatted(op.id(), op.action(), queue.label()))
        .or(() -> inFlight.changeOfQueue(queue.id()))
        .map(problem -> violation(IN_FLIGHT, List.of(), problem, LATER))
        .filter(_ -> nodes.stream().noneMatch(node -> queue.id().equals(node.queue())))
        .stream();
  }

  private Stream<Violation> goingOnAtCluster() {
    return inFlight.onCluster().stream()
        .map(op ->
            violation(
                IN_FLIGHT,
                List.of(),
                "operation %s (%s) goes on at the whole cluster".formatted(op.id(), op.action()),
                LATER));
  }

  private Stream<Violation> queueRemains() {
    boolean remains = now.nodes().stream().anyMatch(node -> node.queue() != null && stays(node));
    return remains || nodes.isEmpty()
        ? Stream.empty()
        : Stream.of(
            violation(
                QUEUE_REMAINS,
                hosts(_ -> true),
                "no queue would have a compute node left; one must",
                "leave at least one node of a queue out, or put another into a queue first"));
  }

  private Stream<Violation> keep(String queue, Predicate<Node> going) {
    long left =
        now.nodes().stream()
            .filter(node -> queue.equals(node.queue()) && node.usable() && stays(node))
            .count();
    List<String> hosts = hosts(going.and(node -> queue.equals(node.queue())));
    return left >= limits.keepPerQueue() || hosts.isEmpty()
        ? Stream.empty()
        : Stream.of(
            violation(
                KEEP,
                hosts,
                "queue %s would keep %d usable nodes, the limit is %d"
                    .formatted(label(queue), left, limits.keepPerQueue()),
                "take fewer nodes, or lower the limit"));
  }

  private boolean stays(Node node) {
    return !ids.contains(node.id()) && !held.contains(node.id()) && !inFlight.leaving(node);
  }

  private Stream<Violation> empty(Queue queue) {
    List<String> members =
        now.nodes().stream()
            .filter(node -> queue.id().equals(node.queue()))
            .map(Node::host)
            .toList();
    return members.isEmpty()
        ? Stream.empty()
        : Stream.of(
            violation(
                TARGETS,
                members,
                "queue %s still has nodes: %s".formatted(queue.label(), Hosts.fold(members)),
                "take them out first, or retire them"));
  }

  private Stream<Violation> unused(Queue queue) {
    List<Job> jobs =
        now.jobs().stream()
            .filter(job -> job.queue().isEmpty() || job.queue().equals(queue.id()))
            .toList();
    return jobs.isEmpty()
        ? Stream.empty()
        : Stream.of(
            violation(
                JOBS,
                List.of(),
                "jobs run or wait that are, or may be, of queue %s: %s"
                    .formatted(queue.label(), numbers(jobs)),
                "wait until they have ended, or have their users move them"));
  }

  /// A run that is cancelled puts its nodes back where they came from, and that may be here.
  private Stream<Violation> nobodyComesBack(Queue queue) {
    List<String> out =
        now.nodes().stream()
            .filter(node -> held.contains(node.id()) && node.queue() == null)
            .map(Node::host)
            .toList();
    return out.isEmpty()
        ? Stream.empty()
        : Stream.of(
            violation(
                IN_FLIGHT,
                out,
                "another run has %s in work, which may have to go back into queue %s"
                    .formatted(Hosts.fold(out), queue.label()),
                "wait until that run has ended and order again"));
  }

  // --- words

  private Stream<String> queues(Predicate<Node> which) {
    return nodes.stream().filter(which).map(Node::queue).filter(Objects::nonNull).distinct();
  }

  private List<String> hosts(Predicate<Node> which) {
    return nodes.stream().filter(which).map(Node::host).toList();
  }

  private String label(String queue) {
    return now.queues().stream()
        .filter(found -> found.id().equals(queue))
        .map(Queue::label)
        .findFirst()
        .orElse(queue);
  }

  private static String numbers(List<Job> jobs) {
    return jobs.stream()
        .map(job -> job.number().isEmpty() ? job.id() : job.number())
        .collect(Collectors.joining(", "));
  }

  private static Violation violation(
      Guard guard, List<String> hosts, String problem, String remedy) {
    return new Violation(guard, hosts, problem, remedy);
  }
}
