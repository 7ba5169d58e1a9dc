package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    List<Move> moves =
        List.of(
            new Move.Fence(), new Move.Drain(), new Move.Delete(Set.copyOf(Move.idsOf(targets))));
    return plan(title(snapshot, targets), snapshot, targets, moves, options, budget, now);
  }

  /// A plan to do this with these nodes, batch by batch.
  static Plan plan(
      String title,
      Snapshot snapshot,
      List<Node> targets,
      List<Move> moves,
      RetireOptions options,
      Budget budget,
      Instant now) {
    List<Batch> batches = batches(targets, moves, options);
    Forecast forecast = Forecaster.forecast(snapshot, batches, now);
    List<Verdict> verdicts = new ArrayList<>(Guards.check(snapshot, targets, options));
    verdicts.add(new BudgetGuard(forecast, budget).verdict(now).under(options));
    JobIndex jobs = new JobIndex(snapshot.jobs());
    boolean allowed = verdicts.stream().noneMatch(Verdict::forbids);
    return new Plan(
        id(snapshot, targets, now),
        title,
        snapshot.cluster(),
        queues(snapshot, targets),
        targets.stream().map(node -> Target.of(node, jobs)).toList(),
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

  private static List<Batch> batches(List<Node> targets, List<Move> moves, RetireOptions options) {
    List<Batch> batches = new ArrayList<>();
    for (List<Node> nodes : options.batch().split(targets)) {
      batches.add(
          new Batch(batches.size() + 1, Move.idsOf(nodes), Move.all(moves, nodes, options)));
    }
    return batches;
  }

  private static String id(Snapshot snapshot, List<Node> targets, Instant now) {
    return "%04x".formatted(Objects.hash(snapshot.cluster(), Move.idsOf(targets), now) & 0xffff);
  }

  private static String title(Snapshot snapshot, List<Node> targets) {
    Set<Role> roles =
        targets.stream().map(Node::role).collect(Collectors.toCollection(LinkedHashSet::new));
    long all = snapshot.nodes().stream().filter(node -> roles.contains(node.role())).count();
    String words = roles.stream().map(Role::label).collect(Collectors.joining(" and "));
    String hosts = Hosts.fold(targets.stream().map(Node::host).toList());
    return "retire %d of %d %snodes of %s%s"
        .formatted(
            targets.size(),
            all,
            words.isEmpty() ? "" : words + " ",
            snapshot.cluster(),
            hosts.isEmpty() ? "" : ": " + hosts);
  }
}
