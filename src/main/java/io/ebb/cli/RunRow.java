package io.ebb.cli;

import static io.ebb.cli.View.Field.hidden;
import static io.ebb.cli.View.Field.shown;

import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RunHead;
import io.ebb.run.RunQuery;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.run.SentChange;
import io.ebb.run.TamperedException;
import io.ebb.text.Column;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
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
/// @param settled when each settled node was, by its id
/// @param tampered whether its events are not those that were written
/// @param query what it was found by
/// @param now when the journal was looked at
record RunRow(
    RunHead head,
    List<NodeOutcome> nodes,
    List<SentChange> orders,
    Map<String, Instant> settled,
    boolean tampered,
    RunQuery query,
    Instant now) {
  private static final String OPERATOR = "operator";

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
              View.Field.<RunRow>shown(Column.flexible("outcome"), RunRow::brief, RunRow::counts)
                  .as("nodes"),
              shown(Column.flexible("title"), row -> row.head().title()),
              View.Field.<RunRow>shown(Column.left(OPERATOR), row -> row.head().operator())
                  .ifThereIsRoom(),
              View.Field.<RunRow>shown(
                      Column.flexible("owner"), RunRow::owner, row -> RunReport.owner(row.head()))
                  .ifThereIsRoom(),
              hidden("cluster", row -> row.head().script() ? null : row.head().cluster()),
              hidden("found", RunRow::found),
              hidden("parent", row -> row.head().parent()),
              hidden("ordered", RunRow::operations),
              hidden("resumable", row -> row.head().resumable()),
              hidden("ended_at", row -> Views.time(row.head().endedAt()))),
          row -> row.head().id());

  /// How these are shown in one table: who has begun them only when that tells something.
  static View<RunRow> view(List<RunRow> rows) {
    boolean telling =
        rows.stream().anyMatch(row -> row.query.operator() != null)
            || rows.stream().map(row -> row.head.operator()).distinct().count() > 1;
    return telling ? VIEW : VIEW.without(OPERATOR);
  }

  /// The row of a run; one whose events were tampered with has one, too.
  static RunRow of(RunHead head, RunQuery query, Journal journal, Instant now) {
    try {
      List<Entry> entries = journal.entries(head.id());
      return head.script()
          ? new RunRow(head, List.of(), SentChange.of(entries), Map.of(), false, query, now)
          : new RunRow(
              head, History.of(entries).nodes(), List.of(), settled(entries), false, query, now);
    } catch (TamperedException _) {
      return new RunRow(head, List.of(), List.of(), Map.of(), true, query, now);
    }
  }

  private static Map<String, Instant> settled(List<Entry> entries) {
    Map<String, Instant> settled = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Settled(Instant at, NodeOutcome node)) {
        settled.put(node.id(), at);
      }
    }
    return settled;
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
    List<NodeOutcome> wanted = nodes.stream().filter(query::names).toList();
    if (!wanted.isEmpty()) {
      return wanted.stream().map(this::told).collect(Collectors.joining(", "));
    }
    return orders.isEmpty() ? OutcomeCounts.brief(nodes) : "ordered " + ordered();
  }

  /// What became of a node that was asked for, and when.
  private String told(NodeOutcome node) {
    String what = node.host() + " " + node.outcome().label();
    Instant at = node.outcome() == Outcome.OPEN ? null : settled.get(node.id());
    return at == null ? what : what + " " + new Moments(now).at(at);
  }

  private List<Map<String, @Nullable Object>> found() {
    return nodes.stream().filter(query::names).map(this::data).toList();
  }

  private Map<String, @Nullable Object> data(NodeOutcome node) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("host", node.host());
    out.put("id", node.id());
    out.put("outcome", node.outcome().label());
    out.put("reason", node.reason());
    out.put("at", Views.time(settled.get(node.id())));
    return out;
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
