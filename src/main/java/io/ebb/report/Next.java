package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one can do next about a run.
///
/// @param command as one types it
/// @param effect what it does
public record Next(String command, String effect) {

  /// What can be done about a run as it stands.
  static List<Next> of(RunReport report) {
    List<Next> next = new ArrayList<>(of(report.head().id(), report));
    boolean over = report.head().endedAt() != null && !report.head().resumable();
    report.parts().stream()
        .filter(part -> over || part.head().endedAt() != null)
        .forEach(part -> next.addAll(of(part)));
    return next;
  }

  private static List<Next> of(String run, RunReport report) {
    RunState state = report.head().state();
    Next undo = new Next("ebb undo " + run, "puts back what is not past the point of no return");
    return switch (state) {
      case INTERRUPTED -> List.of(new Next("ebb resume " + run, "goes on where it stopped"), undo);
      case RUNNING ->
          List.of(
              new Next("ebb show " + run + " --watch", "follows it"),
              new Next("ebb cancel " + run, "has it put back what is not being deleted"));
      case UNKNOWN ->
          List.of(new Next("ebb resume " + run, "looks again at what is unknown"), undo);
      case FAILED, PARTIAL -> afterFailure(run, report, undo);
      case DONE, PLANNED, REFUSED, CANCELLED -> List.of();
    };
  }

  private static List<Next> afterFailure(String run, RunReport report, Next undo) {
    if (report.head().state() == RunState.FAILED && runbook(report)) {
      return List.of(new Next("ebb resume " + run, "goes on where it failed"));
    }
    List<Next> next = new ArrayList<>();
    if (report.history().filter(History::undoable).isPresent()) {
      next.add(undo);
    }
    if (!report.head().script()) {
      again(report).ifPresent(next::add);
    }
    return next;
  }

  /// What was not to stay, and stays where it was, can be planned again.
  private static Optional<Next> again(RunReport report) {
    List<String> hosts =
        report.nodes().stream()
            .filter(node -> node.outcome() == Outcome.KEPT || node.outcome() == Outcome.UNTOUCHED)
            .map(NodeOutcome::host)
            .toList();
    return hosts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Next(
                "ebb retire '%s' --cluster %s"
                    .formatted(Hosts.fold(hosts), report.head().cluster()),
                "plans anew what was left where it was"));
  }

  private static boolean runbook(RunReport report) {
    return report.entries().getFirst() instanceof Entry.Scripted first && first.runbook();
  }
}
