package io.ebb.cluster;

import java.time.Instant;
import java.util.List;

/// Which nodes and queues a cluster has, and which node is in which queue.
///
/// @param cluster the cluster's id
/// @param nodes all nodes of all roles, each with its queue, in the API's order
/// @param queues all queues
/// @param takenAt when the first of the calls was made
public record Members(String cluster, List<Node> nodes, List<Queue> queues, Instant takenAt) {

  /// Copies the lists.
  public Members {
    nodes = List.copyOf(nodes);
    queues = List.copyOf(queues);
  }
}
