package io.ebb.cli;

import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.text.Durations;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A run as people and programs read it.
///
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record RunText(Palette palette, OptionalInt width) {

  String of(Run run) {
    String stopped = run.stopped() == null ? "" : "stopped: " + run.stopped() + "\n";
    return Views.OUTCOMES.table(run.nodes(), palette, width)
        + stopped
        + palette.paint(style(run.state()), summary(run))
        + "\n";
  }

  /// How it ended, in one line.
  static String summary(Run run) {
    return run.state() == RunState.PLANNED ? plannedOnly(run) : ended(run);
  }

  private static String plannedOnly(Run run) {
    int nodes = run.nodes().size();
    return "dry run for %d %s: nothing was changed".formatted(nodes, nodes == 1 ? "node" : "nodes");
  }

  private static String ended(Run run) {
    return "run %s %s in %s: %s · %d calls"
        .formatted(
            run.id(),
            run.state().label(),
            Durations.format(run.took()),
            OutcomeCounts.of(run.nodes()),
            run.calls());
  }

  static Style style(RunState state) {
    return switch (state) {
      case DONE -> Style.SUCCESS;
      case PLANNED, RUNNING -> Style.BOLD;
      case PARTIAL, CANCELLED, REFUSED, INTERRUPTED -> Style.WARNING;
      case FAILED, UNKNOWN -> Style.ERROR;
    };
  }

  static Map<String, @Nullable Object> data(Run run) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("run", run.id());
    out.put("state", run.state().label());
    out.put("plan", run.plan());
    out.put("cluster", run.cluster());
    out.put("nodes", run.nodes().stream().map(Views.OUTCOMES::data).toList());
    out.put("stopped", run.stopped());
    out.put("calls", run.calls());
    out.put("started_at", Views.time(run.startedAt()));
    out.put("ended_at", Views.time(run.endedAt()));
    return out;
  }
}
