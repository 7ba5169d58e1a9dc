package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.Drift;
import io.ebb.plan.Drift.Weight;
import io.ebb.plan.Drifts;
import io.ebb.plan.Plan;
import io.ebb.run.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan from a file: carried out once, however often it is applied (rule 17).
///
/// @param plan the plan
/// @param drifts in what its nodes differ now from what they were
record SavedPlan(Plan plan, Drifts drifts) {

  /// Compares the plan with its cluster as it is now.
  ///
  /// @throws RefusedException when it has become too old to be begun
  static SavedPlan compared(Plan plan, Ebb ebb) {
    if (ebb.time().instant().isAfter(plan.expiresAt())) {
      throw RefusedException.expired(plan);
    }
    return new SavedPlan(plan, Drifts.of(plan, ebb.cluster(plan.cluster()).snapshot()));
  }

  /// How many nodes are still to be deleted: without those that are gone, and those that are left
  /// alone because of what has changed about them.
  ///
  /// @throws RefusedException when no node is as it was planned
  int remaining() {
    long out = drifts.nodes().stream().filter(SavedPlan::isOut).count();
    if (out == plan.targets().size() && !allGone()) {
      throw RefusedException.drifted(plan);
    }
    return Math.toIntExact(plan.targets().size() - out);
  }

  private boolean allGone() {
    return drifts.nodes().stream().allMatch(SavedPlan::isGone);
  }

  private static boolean isOut(Drifts.OfNode node) {
    return node.weight() != Weight.BENIGN || isGone(node);
  }

  private static boolean isGone(Drifts.OfNode node) {
    return node.drifts().stream().anyMatch(drift -> drift.kind() == Drift.Kind.GONE);
  }

  Map<String, @Nullable Object> data() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(PlanText.data(plan));
    out.put("drift", DriftText.data(drifts));
    return out;
  }
}
