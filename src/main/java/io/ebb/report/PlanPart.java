package io.ebb.report;

import io.ebb.plan.Plan;
import io.ebb.run.History;
import io.ebb.run.Run;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A plan that was carried out, and what that took.
///
/// @param run the id of its run
/// @param plan what was to be done, with guards, overrides and the forecast
/// @param state how the run ended, or stands
/// @param stopped what forbade it to go on; null when nothing did
/// @param began when the run began
/// @param ended when it ended; null when it has not
/// @param calls how many API calls it took; null when that is not known
public record PlanPart(
    String run,
    Plan plan,
    RunState state,
    @Nullable String stopped,
    Instant began,
    @Nullable Instant ended,
    @Nullable Long calls) {

  static PlanPart of(RunReport report, History history) {
    Run end = history.ended().orElse(null);
    return new PlanPart(
        report.head().id(),
        history.plan(),
        report.head().state(),
        end == null ? null : end.stopped(),
        report.head().startedAt(),
        report.head().endedAt(),
        end == null ? null : end.calls());
  }
}
