package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All guards for a whole set of nodes, so that everything wrong is said at once (rule 2). What is
/// overridden does not forbid anything, now or later.
public final class Guards {
  private Guards() {}

  /// What each guard finds.
  ///
  /// The state of a target is taken from the snapshot; its queue is taken from `targets`, so that
  /// nodes which have already left count as taken from the queue they came from.
  ///
  /// @param snapshot the cluster as it is, without the run's own operations
  /// @param targets the nodes to retire
  /// @param options how they are to be retired
  public static List<Verdict> check(Snapshot snapshot, List<Node> targets, RetireOptions options) {
    TargetGuards each = new TargetGuards(snapshot, targets, options);
    List<String> ids = targets.stream().map(Node::id).toList();
    return Stream.of(each.verdicts(), ofRest(snapshot, targets, ids, options))
        .flatMap(List::stream)
        .map(verdict -> verdict.under(options))
        .toList();
  }

  /// What forbids to begin the plan now for want of calls: asked once more when it is applied.
  ///
  /// @param budget how much of the call quota is used now
  public static List<Violation> again(Plan plan, Budget budget) {
    Verdict found = new BudgetGuard(plan.forecast(), budget).verdict(plan.madeAt());
    return forbidding(Stream.of(found), plan.options());
  }

  /// What forbids a run to go on with these nodes. Single nodes are judged by their [Drift] then,
  /// and jobs are waited for; what counts for the set is what is left without it.
  ///
  /// @param snapshot the cluster as it is, without the run's own operations
  /// @param targets those of the plan's nodes that are next, or under way
  public static List<Violation> again(Snapshot snapshot, List<Node> targets, Plan plan) {
    RetireOptions options = plan.options();
    TargetGuards each = new TargetGuards(snapshot, targets, options);
    List<String> ids = plan.targets().stream().map(Target::id).toList();
    return forbidding(
        Stream.of(each.lasting(), ofRest(snapshot, targets, ids, options)).flatMap(List::stream),
        options);
  }

  /// @param ids those of all nodes that the plan names
  private static List<Verdict> ofRest(
      Snapshot snapshot, List<Node> targets, List<String> ids, RetireOptions options) {
    Limits limits = options.limits();
    List<Verdict> verdicts =
        new ArrayList<>(new RemainderGuards(snapshot, targets, limits).verdicts());
    verdicts.add(BrakeGuard.verdict(snapshot, ids, limits.brake()));
    return verdicts;
  }

  private static List<Violation> forbidding(Stream<Verdict> verdicts, RetireOptions options) {
    return verdicts
        .map(verdict -> verdict.under(options))
        .filter(Verdict::forbids)
        .flatMap(verdict -> verdict.violations().stream())
        .toList();
  }
}
