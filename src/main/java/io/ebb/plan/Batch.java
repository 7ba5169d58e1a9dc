package io.ebb.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Nodes that go together.
///
/// @param number the batch's place in the plan, from 1
/// @param nodes the ids of its nodes
/// @param steps what is done to them, in order
public record Batch(int number, List<String> nodes, List<Step> steps) {

  /// Copies the lists.
  public Batch {
    nodes = List.copyOf(nodes);
    steps = List.copyOf(steps);
  }

  /// The ids of the nodes that it deletes; the others stay, out of their queue.
  public Set<String> deleted() {
    Set<String> deleted = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Delete) {
        deleted.addAll(step.nodes());
      }
    }
    return deleted;
  }
}
