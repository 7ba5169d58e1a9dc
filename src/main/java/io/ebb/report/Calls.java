package io.ebb.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many API calls were made, and how many might have been.
///
/// @param spent by the plans that were carried out to their end; null when that is not known
/// @param forecast how many the plans were to take
/// @param left how many calls of the hour were left when the first plan was made; null without one
/// @param limit how many calls fit into an hour; null without a plan
public record Calls(
    @Nullable Long spent, int forecast, @Nullable Integer left, @Nullable Integer limit) {

  static Calls of(List<PlanPart> plans) {
    if (plans.isEmpty()) {
      return new Calls(null, 0, null, null);
    }
    boolean known = plans.stream().allMatch(part -> part.calls() != null);
    var budget = plans.getFirst().plan().budget();
    return new Calls(
        known ? plans.stream().mapToLong(part -> Objects.requireNonNull(part.calls())).sum() : null,
        plans.stream().mapToInt(part -> part.plan().forecast().calls()).sum(),
        budget.left(),
        budget.callsPerHour());
  }
}
