package io.ebb.cli;

import static io.ebb.cli.View.Field.shown;

import io.ebb.run.Run;
import io.ebb.text.Column;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A job in the list of jobs.
///
/// @param errand what it is
/// @param now when it was looked at, by the service's time
record ErrandRow(Errand errand, Instant now) {
  static final View<ErrandRow> VIEW =
      new View<>(
          List.of(
              shown(Column.right("job"), row -> row.errand().number()),
              shown(Column.left("run"), row -> row.errand().run().orElse("")),
              View.Field.<ErrandRow>shown(Column.left("state"), ErrandRow::state).asState(),
              shown(Column.right("took"), ErrandRow::took, row -> Views.time(row.errand().since())),
              shown(Column.flexible("title"), row -> row.errand().plan().title())),
          row -> row.errand().run().orElse(""));

  private String state() {
    if (errand.end().isCompletedExceptionally()) {
      return "failed";
    }
    Run end = errand.end().getNow(null);
    return end == null ? "running" : end.state().label();
  }

  /// How long it took, or has been going on.
  private String took() {
    Run end = errand.end().isCompletedExceptionally() ? null : errand.end().getNow(null);
    return Durations.format(end == null ? Duration.between(errand.since(), now) : end.took());
  }
}
