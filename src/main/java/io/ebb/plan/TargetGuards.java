package io.ebb.plan;

import static io.ebb.plan.Guard.IN_FLIGHT;
import static io.ebb.plan.Guard.JOBS;
import static io.ebb.plan.Guard.PROTECTED;
import static io.ebb.plan.Guard.ROLES;
import static io.ebb.plan.Guard.TARGETS;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The guards that look at each target by itself.
final class TargetGuards {
  private final Snapshot snapshot;
  private final List<Node> targets;
  private final RetireOptions options;
  private final InFlight inFlight;

  /// All nodes by id: looked up once for each target, of which there may be thousands.
  private final Map<String, Node> nodes = new HashMap<>();

  TargetGuards(Snapshot snapshot, List<Node> targets, RetireOptions options) {
    this.snapshot = snapshot;
    this.targets = targets;
    this.options = options;
    this.inFlight = new InFlight(snapshot);
    snapshot.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  List<Verdict> verdicts() {
    return Stream.concat(lasting().stream(), Stream.of(inFlight(), jobs())).toList();
  }

  /// Those that do not depend on what goes on just now.
  List<Verdict> lasting() {
    return List.of(named(), roles(), protection());
  }

  private Verdict named() {
    List<Violation> wrong = new ArrayList<>();
    if (targets.isEmpty()) {
      wrong.add(new Violation(TARGETS, List.of(), "no node to retire", "name at least one node"));
    }
    List<String> absent = hosts(node -> !nodes.containsKey(node.id()), Node::id);
    if (!absent.isEmpty()) {
      wrong.add(
          new Violation(
              TARGETS,
              absent,
              "not in cluster " + snapshot.cluster() + ": " + Hosts.fold(absent),
              "list the nodes again and choose from those"));
    }
    Map<String, Long> times =
        targets.stream().collect(Collectors.groupingBy(Node::id, Collectors.counting()));
    List<String> twice = hosts(node -> times.getOrDefault(node.id(), 0L) > 1, Node::host);
    if (!twice.isEmpty()) {
      wrong.add(
          new Violation(
              TARGETS, twice, "named more than once: " + Hosts.fold(twice), "name each node once"));
    }
    String count = targets.size() == 1 ? "1 node" : targets.size() + " nodes, each named once";
    return new Verdict(TARGETS, count, wrong);
  }

  private Verdict roles() {
    List<String> controllers = hosts(node -> node.role() == Role.CONTROLLER, Node::host);
    List<String> unknown = hosts(node -> node.role() == Role.OTHER, Node::host);
    List<Violation> wrong =
        Stream.concat(
                violation(
                    ROLES,
                    controllers,
                    "a controller is never retired: ",
                    "leave it out; it runs the scheduler"),
                violation(
                    ROLES,
                    unknown,
                    "of a role this version does not know: ",
                    "leave it out, or retire it in the console"))
            .toList();
    return new Verdict(ROLES, "compute and login nodes only", wrong);
  }

  private Verdict protection() {
    List<String> kept = hosts(options.limits()::protects, Node::host);
    return new Verdict(
        PROTECTED,
        "no target is protected",
        violation(PROTECTED, kept, "protected: ", "leave it out, or lift its protection").toList());
  }

  private Verdict inFlight() {
    List<Violation> wrong = new ArrayList<>();
    for (Node target : new LinkedHashSet<>(targets)) {
      inFlight
          .around(target)
          .map(op ->
              "operation %s (%s) goes on at %s".formatted(op.id(), op.action(), target.host()))
          .or(() -> transition(target))
          .or(() -> inFlight.changeOfQueueOf(target))
          .map(problem ->
              new Violation(
                  IN_FLIGHT,
                  List.of(target.host()),
                  problem,
                  "wait until it has ended and plan again"))
          .ifPresent(wrong::add);
    }
    return new Verdict(IN_FLIGHT, "no foreign operation pending", wrong);
  }

  private Optional<String> transition(Node target) {
    return Optional.ofNullable(nodes.get(target.id()))
        .filter(Node::inTransition)
        .map(node -> "%s is %s".formatted(node.host(), node.transition()));
  }

  private Verdict jobs() {
    if (!options.drain().isZero()) {
      return new Verdict(JOBS, "running jobs are waited for", List.of());
    }
    List<Violation> wrong =
        targets.stream()
            .distinct()
            .filter(node -> !snapshot.idle(node))
            .map(node ->
                new Violation(
                    JOBS,
                    List.of(node.host()),
                    "%s may be used by running job %s"
                        .formatted(node.host(), numbers(snapshot.jobsOn(node))),
                    "give it time to drain, or choose idle nodes"))
            .toList();
    return new Verdict(JOBS, "no running job on a target", wrong);
  }

  private static String numbers(List<Job> jobs) {
    return String.join(
        ", ", jobs.stream().map(job -> job.number().isEmpty() ? job.id() : job.number()).toList());
  }

  private List<String> hosts(Predicate<Node> which, Function<Node, String> name) {
    return targets.stream().filter(which).map(name).distinct().toList();
  }

  private static Stream<Violation> violation(
      Guard guard, List<String> hosts, String problem, String remedy) {
    return hosts.isEmpty()
        ? Stream.empty()
        : Stream.of(new Violation(guard, hosts, problem + Hosts.fold(hosts), remedy));
  }
}
