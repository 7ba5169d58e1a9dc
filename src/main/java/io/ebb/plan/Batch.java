package io.ebb.plan;

import java.util.List;

/// Nodes that are retired together.
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
}
