package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Work on the queues of a dedicated cluster.
final class QueueWork {
  private QueueWork() {}

  /// Moves compute nodes into a queue, out of the one they are in. Members already there stay.
  static Work joining(SimCluster cluster, SimQueue queue, List<SimNode> nodes) {
    List<SimQueue> sources =
        nodes.stream()
            .map(SimNode::queue)
            .filter(Objects::nonNull)
            .filter(source -> !source.equals(queue))
            .distinct()
            .toList();
    return Work.in(cluster, Task.JOIN_QUEUE)
        .on(List.of(queue), Transition.UPDATING)
        .marks(sources, Transition.UPDATING)
        .on(nodes, Transition.JOINING)
        .does(log -> {
          queue.touch(log.at());
          sources.forEach(source -> source.touch(log.at()));
          nodes.stream()
              .filter(node -> cluster.has(node) && !node.isIn(queue))
              .forEach(node -> move(node, queue, log));
        });
  }

  private static void move(SimNode node, SimQueue queue, Log log) {
    if (node.queue() != null) {
      log.node(Kind.NODE_LEFT, node);
    }
    node.join(queue);
    log.node(Kind.NODE_JOINED, node);
  }

  /// Takes compute nodes out of a queue; they stay in the cluster.
  static Work leaving(SimCluster cluster, SimQueue queue, List<SimNode> nodes) {
    return Work.in(cluster, Task.LEAVE_QUEUE)
        .on(List.of(queue), Transition.UPDATING)
        .on(nodes, Transition.LEAVING)
        .given(() -> nodes.forEach(node -> requireMember(queue, node)))
        .given(() -> requireSomeQueueKept(cluster, Set.copyOf(nodes)))
        .does(log -> {
          queue.touch(log.at());
          nodes.stream()
              .filter(node -> cluster.has(node) && node.isIn(queue))
              .forEach(node -> {
                log.node(Kind.NODE_LEFT, node);
                node.leaveQueue();
              });
        });
  }

  private static void requireMember(SimQueue queue, SimNode node) {
    if (!node.isIn(queue)) {
      throw Refusal.conflict("node [" + node.id() + "] is not in queue [" + queue.id() + "]");
    }
  }

  private static void requireSomeQueueKept(SimCluster cluster, Set<SimNode> leaving) {
    if (cluster.nodes().stream()
        .noneMatch(node -> node.staysInQueue() && !leaving.contains(node))) {
      throw Refusal.conflict(
          "cluster [" + cluster.id() + "] must keep a queue with compute nodes, 至少保留一个计算节点");
    }
  }

  /// Deletes queues that hold no nodes.
  static Work deletion(SimCluster cluster, List<SimQueue> queues) {
    return Work.in(cluster, Task.DELETE_QUEUES)
        .on(queues, Transition.DELETING)
        .given(() -> queues.forEach(QueueWork::requireEmpty))
        .does(_ -> cluster.queues().removeAll(queues));
  }

  private static void requireEmpty(SimQueue queue) {
    if (!queue.members().isEmpty()) {
      throw Refusal.conflict("queue [" + queue.id() + "] still has nodes, 请先移除节点");
    }
  }
}
