package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/// All guards for a whole set of nodes, so that everything wrong is said at once (rule 2).
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
    RemainderGuards rest = new RemainderGuards(snapshot, targets, options.limits());
    return Stream.concat(each.verdicts().stream(), rest.verdicts().stream()).toList();
  }

  /// What forbids to begin the plan now for want of calls: asked once more when it is applied.
  ///
  /// @param budget how much of the call quota is used now
  public static List<Violation> again(Plan plan, Budget budget) {
    Verdict verdict =
        new BudgetGuard(plan.forecast(), budget, plan.options()).verdict(plan.madeAt());
    return verdict.forbids() ? verdict.violations() : List.of();
  }

  /// What forbids a run to go on with these nodes. Single nodes are judged by their [Drift] then,
  /// and jobs are waited for; what counts for the set is what is left without it.
  public static List<Violation> again(
      Snapshot snapshot, List<Node> targets, RetireOptions options) {
    return Stream.concat(
            new TargetGuards(snapshot, targets, options).lasting().stream(),
            new RemainderGuards(snapshot, targets, options.limits()).verdicts().stream())
        .flatMap(verdict -> verdict.violations().stream())
        .toList();
  }
}
