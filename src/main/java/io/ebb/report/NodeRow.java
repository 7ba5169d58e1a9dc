package io.ebb.report;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.RunReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What became of one node in one run.
///
/// @param run the id of the run
/// @param cluster the id of its cluster
/// @param id the node id
/// @param host the host name in the plan
/// @param queue the name of the queue that it was in; empty when in none
/// @param batch the number of its batch, from 1; 0 when it is in none
/// @param outcome what became of it
/// @param reason why, or where it stands
/// @param at when that was settled; null while it is not
public record NodeRow(
    String run,
    String cluster,
    String id,
    String host,
    String queue,
    int batch,
    Outcome outcome,
    String reason,
    @Nullable Instant at) {

  /// Those of the run of a plan, in the plan's order.
  static List<NodeRow> of(RunReport report, History history) {
    Plan plan = history.plan();
    Map<String, Instant> settled = new HashMap<>();
    report.entries().forEach(entry -> note(entry, settled));
    Map<String, Integer> batches = new HashMap<>();
    plan.batches()
        .forEach(batch -> batch.nodes().forEach(node -> batches.put(node, batch.number())));
    List<NodeOutcome> outcomes = history.nodes();
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> {
          Target target = plan.targets().get(i);
          NodeOutcome node = outcomes.get(i);
          return new NodeRow(
              report.head().id(),
              plan.cluster(),
              node.id(),
              node.host(),
              target.queue() == null ? "" : plan.queue(target.queue()),
              batches.getOrDefault(node.id(), 0),
              node.outcome(),
              node.reason(),
              node.outcome() == Outcome.OPEN ? null : settled.get(node.id()));
        })
        .toList();
  }

  private static void note(Entry entry, Map<String, Instant> settled) {
    switch (entry) {
      case Entry.Settled(Instant at, NodeOutcome node) -> settled.put(node.id(), at);
      case Entry.Ended(Instant at, var run) ->
          run.nodes().forEach(node -> settled.putIfAbsent(node.id(), at));
      default -> {}
    }
  }
}
