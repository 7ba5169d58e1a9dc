package io.ebb.plan;

import io.ebb.api.Budget;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// The guard that looks at the call quota of the account. The reserve is not counted on: it is
/// there for what a plan does not foresee.
record BudgetGuard(Forecast forecast, Budget budget) {

  /// What it finds when the plan is begun at `begun`.
  Verdict verdict(Instant begun) {
    int needed = forecast.callsInFirstHour(begun);
    String finding =
        "about %s calls of %s left this hour".formatted(count(needed), count(budget.left()));
    boolean fits = budget.fullUntil() == null && needed <= budget.free();
    return fits || needed == 0
        ? new Verdict(Guard.BUDGET, finding, List.of())
        : new Verdict(Guard.BUDGET, finding, List.of(violation(needed)));
  }

  private Violation violation(int needed) {
    return new Violation(
        Guard.BUDGET,
        List.of(),
        "%s are needed, and %s".formatted(calls(needed), room()),
        "wait, or retire fewer nodes");
  }

  private String calls(int needed) {
    return needed < forecast.calls()
        ? "about %s calls in the first hour".formatted(count(needed))
        : "about %s calls".formatted(count(needed));
  }

  private String room() {
    if (budget.free() == 0 || budget.fullUntil() == null) {
      return "this hour has room for %s: %s of %s %s used, and %s %s kept for finishing"
          .formatted(
              count(budget.free()),
              count(budget.used()),
              count(budget.callsPerHour()),
              are(budget.used()),
              count(budget.reserve()),
              are(budget.reserve()));
    }
    return "the service says that the quota is used up; calls go on at "
        + budget.fullUntil().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String are(int calls) {
    return calls == 1 ? "is" : "are";
  }

  private static String count(int calls) {
    return String.format(Locale.ROOT, "%,d", calls);
  }
}
