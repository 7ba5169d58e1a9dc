package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Makes plans. Pure: the same input gives the same plan.
public final class Planner {
  private static final Duration VALIDITY = Duration.ofHours(1);

  private Planner() {}

  /// A plan to retire these nodes. When a guard does not hold, the plan says so in its violations
  /// and has no batches.
  ///
  /// @param snapshot the cluster as it is
  /// @param targets the nodes, in the order in which they are to go
  /// @param options how
  /// @param budget how much of the call quota is used now
  /// @param now the present, for the forecast; the plan expires one hour after the snapshot
  public static Plan retire(
      Snapshot snapshot, List<Node> targets, RetireOptions options, Budget budget, Instant now) {
    List<Batch> batches = batches(targets, options);
    Forecast forecast = Forecaster.forecast(snapshot, batches, now);
    List<Verdict> verdicts = new ArrayList<>(Guards.check(snapshot, targets, options));
    verdicts.add(new BudgetGuard(forecast, budget).verdict(now).under(options));
    boolean allowed = verdicts.stream().noneMatch(Verdict::forbids);
    return new Plan(
        id(snapshot, targets, now),
        title(snapshot, targets),
        snapshot.cluster(),
        queues(snapshot, targets),
        targets.stream().map(node -> Target.of(node, snapshot)).toList(),
        options,
        verdicts,
        allowed ? batches : List.of(),
        forecast,
        budget,
        snapshot.takenAt(),
        snapshot.takenAt().plus(VALIDITY));
  }

  private static Map<String, String> queues(Snapshot snapshot, List<Node> targets) {
    return targets.stream()
        .map(Node::queue)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(id -> snapshot.queue(id).stream())
        .collect(Collectors.toMap(Queue::id, Queue::label));
  }

  private static List<Batch> batches(List<Node> targets, RetireOptions options) {
    List<Batch> batches = new ArrayList<>();
    for (List<Node> nodes : options.batch().split(targets)) {
      batches.add(new Batch(batches.size() + 1, ids(nodes), steps(nodes, options)));
    }
    return batches;
  }

  private static List<Step> steps(List<Node> nodes, RetireOptions options) {
    List<Step> steps = new ArrayList<>();
    nodes.stream()
        .map(Node::queue)
        .filter(Objects::nonNull)
        .distinct()
        .map(queue -> new Step.Leave(queue, idsIn(nodes, queue)))
        .forEach(steps::add);
    List<Node> compute = nodes.stream().filter(node -> node.role() == Role.COMPUTE).toList();
    if (!compute.isEmpty()) {
      steps.add(new Step.Drain(ids(compute), options.drain(), options.onDeadline()));
    }
    steps.add(new Step.Delete(ids(nodes)));
    steps.add(new Step.Verify(ids(nodes), options.verifyDeadline()));
    return steps;
  }

  private static List<String> idsIn(List<Node> nodes, String queue) {
    return ids(nodes.stream().filter(node -> queue.equals(node.queue())).toList());
  }

  private static List<String> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  private static String id(Snapshot snapshot, List<Node> targets, Instant now) {
    return "%04x".formatted(Objects.hash(snapshot.cluster(), ids(targets), now) & 0xffff);
  }

  private static String title(Snapshot snapshot, List<Node> targets) {
    long all =
        snapshot.nodes().stream()
            .filter(node -> targets.stream().anyMatch(target -> target.role() == node.role()))
            .count();
    List<String> words = targets.stream().map(node -> node.role().label()).distinct().toList();
    String hosts = Hosts.fold(targets.stream().map(Node::host).toList());
    return "retire %d of %d %snodes of %s%s"
        .formatted(
            targets.size(),
            all,
            words.isEmpty() ? "" : String.join(" and ", words) + " ",
            snapshot.cluster(),
            hosts.isEmpty() ? "" : ": " + hosts);
  }
}
