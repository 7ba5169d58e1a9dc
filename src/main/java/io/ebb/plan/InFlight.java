package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is already happening to the nodes of a cluster.
final class InFlight {
  private final Snapshot snapshot;

  InFlight(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The operation that concerns the node or its queue.
  Optional<Operation> around(Node node) {
    return on(node).or(() -> onQueueOf(node));
  }

  /// The operation that names the node, or the cluster as a whole.
  Optional<Operation> on(Node node) {
    return pending()
        .filter(operation -> names(operation, node.id()) || ofWholeCluster(operation))
        .findFirst();
  }

  /// The operation that names the node's queue.
  Optional<Operation> onQueueOf(Node node) {
    return onQueue(node.queue());
  }

  /// The operation that names the queue, by its id.
  Optional<Operation> onQueue(@Nullable String queue) {
    return pending().filter(operation -> names(operation, queue)).findFirst();
  }

  /// The operation that concerns the cluster as a whole.
  Optional<Operation> onCluster() {
    return pending().filter(this::ofWholeCluster).findFirst();
  }

  /// What is being done to the node's queue, as the queue list tells it.
  Optional<String> changeOfQueueOf(Node node) {
    return changeOfQueue(node.queue());
  }

  /// What is being done to the queue, by its id.
  Optional<String> changeOfQueue(@Nullable String id) {
    return snapshot.queues().stream()
        .filter(queue -> queue.id().equals(id) && !queue.transition().isEmpty())
        .map(queue -> "queue %s is %s".formatted(queue.label(), queue.transition()))
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
    return pending()
        .filter(operation -> operation.action().equals(action))
        .anyMatch(operation -> names(operation, node.id()));
  }

  private Stream<Operation> pending() {
    return snapshot.operations().stream().filter(Operation::pending);
  }

  private static boolean names(Operation operation, @Nullable String resource) {
    return resource != null && operation.resources().contains(resource);
  }

  /// Stopping, resizing, deleting the cluster; not the adding of nodes, which names only the
  /// cluster as well and harms no other node.
  private boolean ofWholeCluster(Operation operation) {
    return operation.action().startsWith("HpcCluster")
        && !operation.action().equals("HpcClusterAddClusterNodes")
        && operation.resources().stream().allMatch(snapshot.cluster()::equals);
  }
}
