package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan that was carried out, as far as it went.
///
/// @param id the run's id, for example `r-2026-11-21-001`
/// @param plan the id of the plan
/// @param cluster the cluster's id
/// @param state how it ended
/// @param nodes what became of each target, in the plan's order
/// @param stopped what forbade it to go on, or went wrong with it as a whole; null when nothing did
/// @param calls how many API calls the process made meanwhile that brought it to this end; those of
///   a process that died before are not known. When several runs share a connection, those of all
/// @param startedAt when it began
/// @param endedAt when it ended
public record Run(
    String id,
    String plan,
    String cluster,
    RunState state,
    List<NodeOutcome> nodes,
    @Nullable String stopped,
    long calls,
    Instant startedAt,
    Instant endedAt) {

  /// Copies the list.
  public Run {
    nodes = List.copyOf(nodes);
  }

  /// What a dry run of the plan gives: every node untouched.
  public static Run planned(Plan plan, Instant now) {
    List<NodeOutcome> nodes =
        plan.targets().stream()
            .map(t -> new NodeOutcome(t.id(), t.host(), Outcome.UNTOUCHED, "dry run"))
            .toList();
    return new Run(
        "(dry run)", plan.id(), plan.cluster(), RunState.PLANNED, nodes, null, 0, now, now);
  }

  /// How many nodes had this outcome.
  public long count(Outcome outcome) {
    return nodes.stream().filter(node -> node.outcome() == outcome).count();
  }

  /// How long it took.
  public Duration took() {
    return Duration.between(startedAt, endedAt);
  }
}
