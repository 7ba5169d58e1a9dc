package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import java.util.Optional;

/// What is already happening to the nodes of a cluster.
final class InFlight {
  private final Snapshot snapshot;

  InFlight(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The operation that concerns the node: it names the node, its queue, or the cluster as a whole.
  Optional<Operation> on(Node node) {
    return snapshot.operations().stream()
        .filter(Operation::pending)
        .filter(operation -> names(operation, node) || ofWholeCluster(operation))
        .findFirst();
  }

  /// Whether the node is as good as deleted.
  boolean deleting(Node node) {
    return node.transition().equals("deleting") || named("HpcClusterDeleteClusterNodes", node);
  }

  /// Whether the node is as good as out of its queue.
  boolean leaving(Node node) {
    return deleting(node) || named("HpcQueueRemoveEhpcQueueNodes", node);
  }

  private boolean named(String action, Node node) {
    return snapshot.operations().stream()
        .filter(operation -> operation.pending() && operation.action().equals(action))
        .anyMatch(operation -> operation.resources().contains(node.id()));
  }

  private static boolean names(Operation operation, Node node) {
    return operation.resources().contains(node.id())
        || (node.queue() != null && operation.resources().contains(node.queue()));
  }

  /// Stopping, resizing, deleting the cluster; not the adding of nodes, which names only the
  /// cluster as well and harms no other node.
  private boolean ofWholeCluster(Operation operation) {
    return operation.action().startsWith("HpcCluster")
        && !operation.action().equals("HpcClusterAddClusterNodes")
        && operation.resources().stream().allMatch(snapshot.cluster()::equals);
  }
}
