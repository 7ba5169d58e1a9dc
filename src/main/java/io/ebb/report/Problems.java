package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Entry.End;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.run.SentChange;
import io.ebb.script.CallError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads from the events of a run what went wrong.
final class Problems {
  private final RunReport report;
  private final Map<Integer, String> changes = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /// Nodes to which the same has happened, in the order in which it was seen first.
  private final Map<Fate, List<String>> fates = new LinkedHashMap<>();

  private final Map<Fate, Instant> since = new HashMap<>();

  private record Fate(Outcome outcome, String reason) {}

  private Problems(RunReport report) {
    this.report = report;
    SentChange.of(report.entries()).forEach(change -> changes.put(change.number(), change.words()));
  }

  static List<Problem> of(RunReport report) {
    Problems problems = new Problems(report);
    report.entries().forEach(problems::read);
    problems.addFates();
    return problems.problems;
  }

  private void read(Entry entry) {
    switch (entry) {
      case Entry.Declined(Instant at, int change, int _, var answer, boolean lost) ->
          add(
              at,
              change(change),
              (lost ? "the answer was lost: " : "not accepted: ") + Objects.toString(answer, ""),
              lost ? "it was looked for, and not repeated blindly" : "");
      case Entry.Concluded end when end.end() != End.HAPPENED ->
          add(end.at(), change(end.change()), end.result(), "");
      case Entry.Stopped(Instant at, String reason, var _, var _) ->
          add(at, Problem.RUN, "stopped: " + reason, "");
      case Entry.Settled(Instant at, NodeOutcome node) -> settled(at, node);
      case Entry.Finished(Instant at, RunState state, String reason) when !reason.isEmpty() ->
          add(at, Problem.RUN, state.label() + ": " + reason, "");
      case Entry.Called call ->
          CallError.recorded(call)
              .ifPresent(error -> add(call.at(), call.call(), error.message(), error.hint()));
      case Entry.StepEnded step when step.failed() ->
          add(step.at(), "step " + step.name(), "failed", "");
      case Entry.BlockEnded block when block.end() == BlockEnd.FAILED ->
          add(block.at(), "block " + block.block(), "failed: " + block.note(), "");
      default -> {}
    }
  }

  private String change(int number) {
    return "change %d, %s".formatted(number, changes.getOrDefault(number, "not sent"));
  }

  private void settled(Instant at, NodeOutcome node) {
    boolean wrong = node.outcome() == Outcome.FAILED || node.outcome() == Outcome.UNKNOWN;
    if (wrong) {
      Fate fate = new Fate(node.outcome(), node.reason());
      fates.computeIfAbsent(fate, _ -> new ArrayList<>()).add(node.host());
      since.putIfAbsent(fate, at);
    }
  }

  private void addFates() {
    fates.forEach((fate, hosts) ->
        add(
            Objects.requireNonNull(since.get(fate)),
            Hosts.fold(hosts),
            fate.outcome().label() + ": " + fate.reason(),
            fate.outcome() == Outcome.UNKNOWN
                ? "look at it; ebb resume %s looks again".formatted(report.head().id())
                : ""));
  }

  private void add(Instant at, String where, String what, String hint) {
    problems.add(new Problem(report.head().id(), at, where, what, hint));
  }
}
