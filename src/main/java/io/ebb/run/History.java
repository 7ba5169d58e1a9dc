package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run of a plan as its events tell it: how far each node is, what it waits for, what came of it.
/// Immutable.
public final class History {
  private final Plan plan;
  private final Map<String, NodeOutcome> settled = new LinkedHashMap<>();
  private Entry.@Nullable Waiting waiting;
  private @Nullable Run ended;

  private History(Plan plan) {
    this.plan = plan;
  }

  /// What these events tell.
  ///
  /// @param entries of a run of a plan, from the first on
  /// @throws IllegalArgumentException when they do not begin with [Entry.Began]
  public static History of(List<Entry> entries) {
    if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Began began)) {
      throw new IllegalArgumentException("these are not the events of a run of a plan");
    }
    History history = new History(began.plan());
    entries.forEach(history::add);
    return history;
  }

  private void add(Entry entry) {
    waiting = entry instanceof Entry.Waiting wait ? wait : null;
    switch (entry) {
      case Entry.Settled(var _, NodeOutcome node) -> settled.put(node.id(), node);
      case Entry.Ended(var _, Run run) -> ended = run;
      default -> {}
    }
  }

  /// What the run carries out.
  public Plan plan() {
    return plan;
  }

  /// Where each target stands, in the plan's order; [Outcome#OPEN] while it is not settled.
  public List<NodeOutcome> nodes() {
    return plan.targets().stream().map(this::outcome).toList();
  }

  private NodeOutcome outcome(Target target) {
    NodeOutcome known = settled.get(target.id());
    return known == null
        ? new NodeOutcome(target.id(), target.host(), Outcome.OPEN, "not begun")
        : known;
  }

  /// What it waits for; empty when the last event is another one.
  public Optional<Entry.Waiting> waiting() {
    return Optional.ofNullable(waiting);
  }

  /// What came of it; empty when it has not ended.
  public Optional<Run> ended() {
    return Optional.ofNullable(ended);
  }
}
