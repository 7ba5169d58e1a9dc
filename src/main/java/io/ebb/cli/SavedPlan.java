package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.Drift;
import io.ebb.plan.Drift.Weight;
import io.ebb.plan.Drifts;
import io.ebb.plan.Plan;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.Target;
import io.ebb.run.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// What is done to the nodes that have not changed, or in nothing that matters.
  Stake remaining() {
    Set<String> changed =
        drifts.nodes().stream()
            .filter(SavedPlan::isOut)
            .map(node -> node.target().id())
            .collect(Collectors.toSet());
    return Stake.of(
        plan, plan.targets().stream().map(Target::id).filter(id -> !changed.contains(id)).toList());
  }

  /// What is done to the nodes that have to be confirmed once more, if they are.
  Stake reconfirmed() {
    return Stake.of(plan, toReconfirm());
  }

  /// What follows when these nodes are confirmed, all or none.
  ///
  /// @throws RefusedException when nothing is left to do then, although nodes are there still
  Reconfirmation confirming(boolean all) {
    if (!all && remaining().none() && !allGone()) {
      throw RefusedException.drifted(plan);
    }
    return drifts.confirming(all ? toReconfirm() : List.of());
  }

  private List<String> toReconfirm() {
    return drifts.of(Weight.RECONFIRM).stream().map(node -> node.target().id()).toList();
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
