package io.ebb.cli;

import static io.ebb.cli.View.Field.hidden;
import static io.ebb.cli.View.Field.shown;

import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.run.SentChange;
import io.ebb.run.TamperedException;
import io.ebb.text.Column;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A run in the list of runs.
///
/// @param head the run in one line
/// @param nodes what became of its nodes so far; none when it carries out a script
/// @param orders what its script has ordered directly; none when it carries out a plan
/// @param tampered whether its events are not those that were written
/// @param now when the journal was looked at
record RunRow(
    RunHead head, List<NodeOutcome> nodes, List<SentChange> orders, boolean tampered, Instant now) {
  static final View<RunRow> VIEW =
      new View<>(
          List.of(
              shown(Column.left("run"), RunRow::name, row -> row.head().id()),
              View.Field.<RunRow>shown(Column.left("state"), RunRow::state).asState(),
              View.Field.<RunRow>shown(
                      Column.left("began"),
                      RunRow::began,
                      row -> Views.time(row.head().startedAt()))
                  .ifThereIsRoom(),
              shown(Column.right("took"), RunRow::took, RunRow::seconds),
              shown(Column.flexible("nodes"), row -> row.brief(), RunRow::counts),
              shown(Column.flexible("title"), row -> row.head().title()),
              View.Field.<RunRow>shown(
                      Column.flexible("owner"), RunRow::owner, row -> RunReport.owner(row.head()))
                  .ifThereIsRoom(),
              hidden("cluster", row -> row.head().script() ? null : row.head().cluster()),
              hidden("parent", row -> row.head().parent()),
              hidden("ordered", RunRow::operations),
              hidden("resumable", row -> row.head().resumable()),
              hidden("ended_at", row -> Views.time(row.head().endedAt()))),
          row -> row.head().id());

  /// The row of a run; one whose events were tampered with has one, too.
  static RunRow of(RunHead head, Journal journal, Instant now) {
    try {
      List<Entry> entries = journal.entries(head.id());
      return head.script()
          ? new RunRow(head, List.of(), SentChange.of(entries), false, now)
          : new RunRow(head, History.of(entries).nodes(), List.of(), false, now);
    } catch (TamperedException _) {
      return new RunRow(head, List.of(), List.of(), true, now);
    }
  }

  /// The plans that a script has applied are set in below it.
  private String name() {
    return (head.parent() == null ? "" : "  ") + head.id();
  }

  private String state() {
    return tampered ? "tampered" : head.state().label();
  }

  private String began() {
    return new Moments(now).at(head.startedAt());
  }

  /// How long it took, or has been going on.
  private String took() {
    return Durations.format(span());
  }

  private long seconds() {
    return span().toSeconds();
  }

  private Duration span() {
    Instant end = head.endedAt() == null ? now : head.endedAt();
    return head.startedAt().isAfter(end) ? Duration.ZERO : Duration.between(head.startedAt(), end);
  }

  private String brief() {
    if (tampered) {
      return "see ebb show " + head.id();
    }
    return orders.isEmpty() ? OutcomeCounts.brief(nodes) : "ordered " + ordered();
  }

  private String ordered() {
    return orders.stream()
        .map(order -> Objects.requireNonNullElse(order.operation(), order.words() + " (?)"))
        .collect(Collectors.joining(", "));
  }

  /// The ids of the operations that its script has ordered.
  List<String> operations() {
    return orders.stream().map(SentChange::operation).filter(Objects::nonNull).toList();
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    Arrays.stream(Outcome.values())
        .forEach(outcome -> counts.put(outcome.label(), OutcomeCounts.count(nodes, outcome)));
    return counts;
  }

  /// Of no interest once nobody carries it out.
  private @Nullable String owner() {
    return head.state() == RunState.RUNNING ? head.owner().words() : "";
  }
}
