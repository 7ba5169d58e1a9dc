package io.ebb.plan;

import static io.ebb.plan.Guard.KEEP;
import static io.ebb.plan.Guard.QUEUE_REMAINS;
import static io.ebb.plan.Guard.ROLE_REMAINS;
import static io.ebb.plan.Guard.SIZE;

import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The guards that look at what is left of the cluster. Nodes being deleted are gone already, and
/// nodes leaving a queue are out of it (rule 16).
final class RemainderGuards {
  private final Snapshot snapshot;
  private final List<Node> targets;
  private final Limits limits;
  private final List<Node> remaining;
  private final InFlight inFlight;

  RemainderGuards(Snapshot snapshot, List<Node> targets, Limits limits) {
    this.snapshot = snapshot;
    this.targets = targets;
    this.limits = limits;
    this.inFlight = new InFlight(snapshot);
    Set<String> ids = targets.stream().map(Node::id).collect(Collectors.toSet());
    this.remaining =
        snapshot.nodes().stream()
            .filter(node -> !ids.contains(node.id()) && !inFlight.deleting(node))
            .toList();
  }

  List<Verdict> verdicts() {
    return List.of(roleRemains(), queueRemains(), keep(), size());
  }

  private Verdict roleRemains() {
    List<Violation> wrong = new ArrayList<>();
    for (Role role : roles()) {
      if (remaining.stream().noneMatch(node -> node.role() == role)) {
        wrong.add(
            new Violation(
                ROLE_REMAINS,
                hosts(role),
                "no " + role.label() + " node would be left; each role must keep one",
                "leave at least one " + role.label() + " node out"));
      }
    }
    return new Verdict(ROLE_REMAINS, "each role keeps a node", wrong);
  }

  private Verdict queueRemains() {
    boolean remains =
        remaining.stream().anyMatch(node -> node.queue() != null && !inFlight.leaving(node));
    List<String> hosts =
        targets.stream().filter(node -> node.queue() != null).map(Node::host).distinct().toList();
    List<Violation> wrong =
        remains || hosts.isEmpty()
            ? List.of()
            : List.of(
                new Violation(
                    QUEUE_REMAINS,
                    hosts,
                    "no queue would have a compute node left; one must",
                    "leave at least one node of a queue out, or put another into a queue first"));
    return new Verdict(QUEUE_REMAINS, "some queue keeps nodes", wrong);
  }

  /// How many usable nodes a role or a queue keeps.
  private record Rest(String of, long left, int limit, List<String> hosts) {
    String text() {
      return "%s keeps %d (limit %d)".formatted(of, left, limit);
    }

    Violation violation() {
      return new Violation(
          KEEP,
          hosts,
          "%s would keep %d usable nodes, the limit is %d".formatted(of, left, limit),
          "retire fewer nodes, or lower the limit");
    }
  }

  private Verdict keep() {
    List<Rest> rests =
        Stream.concat(roles().stream().map(this::rest), queues().stream().map(this::rest)).toList();
    return new Verdict(
        KEEP,
        rests.stream().map(Rest::text).collect(Collectors.joining(" · ")),
        rests.stream().filter(rest -> rest.left() < rest.limit()).map(Rest::violation).toList());
  }

  private Rest rest(Role role) {
    long left = remaining.stream().filter(node -> node.role() == role && node.usable()).count();
    return new Rest(role.label(), left, limits.keepPerRole(), hosts(role));
  }

  private Rest rest(String queue) {
    long left =
        remaining.stream()
            .filter(node -> queue.equals(node.queue()) && node.usable())
            .filter(node -> !inFlight.leaving(node))
            .count();
    List<String> hosts =
        targets.stream().filter(node -> queue.equals(node.queue())).map(Node::host).toList();
    return new Rest("queue " + name(queue), left, limits.keepPerQueue(), hosts);
  }

  private Verdict size() {
    List<Violation> wrong = new ArrayList<>();
    if (targets.size() > limits.maxNodes()) {
      wrong.add(tooMany("%d nodes, the limit is %d".formatted(targets.size(), limits.maxNodes())));
    }
    long compute = snapshot.nodes().stream().filter(RemainderGuards::computes).count();
    long taken = targets.stream().filter(RemainderGuards::computes).distinct().count();
    if (taken * 100 > compute * limits.maxPercent()) {
      wrong.add(
          tooMany(
              "%d of %d compute nodes, the limit is %d%%"
                  .formatted(taken, compute, limits.maxPercent())));
    }
    return new Verdict(SIZE, "%d of %d compute nodes".formatted(taken, compute), wrong);
  }

  private Violation tooMany(String problem) {
    return new Violation(
        SIZE,
        targets.stream().map(Node::host).toList(),
        "one run would take " + problem,
        "retire them in several runs, or raise the limit");
  }

  private static boolean computes(Node node) {
    return node.role() == Role.COMPUTE;
  }

  private Set<Role> roles() {
    return targets.stream().map(Node::role).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> queues() {
    return targets.stream()
        .map(Node::queue)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> hosts(Role role) {
    return targets.stream().filter(node -> node.role() == role).map(Node::host).distinct().toList();
  }

  private String name(String queue) {
    return snapshot.queue(queue).map(Queue::label).orElse(queue);
  }
}
