package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Work on the nodes of a cluster.
final class NodeWork {
  private NodeWork() {}

  /// Adds nodes; compute nodes join the default queue when they are ready.
  ///
  /// @param nodes the new nodes, not in the cluster yet
  static Work creation(SimCluster cluster, List<SimNode> nodes) {
    return Work.in(cluster, Task.ADD_NODES)
        .names(nodes.stream().map(SimNode::id).toList())
        .given(() -> nodes.forEach(node -> requireScalable(cluster, node)))
        .given(() -> cluster.requireRoomFor(nodes.size()))
        .begins(() -> nodes.forEach(cluster::add), () -> nodes.forEach(cluster::forget))
        .does(log ->
            nodes.stream().filter(cluster::has).forEach(node -> welcome(cluster, node, log)));
  }

  /// Makes a node that was being created ready for use.
  static void welcome(SimCluster cluster, SimNode node, Log log) {
    node.activate(log.at());
    log.node(Kind.NODE_CREATED, node);
    if (node.is(SimRole.COMPUTE)) {
      cluster
          .defaultQueue()
          .filter(queue -> queue.transition() != Transition.DELETING)
          .ifPresent(queue -> {
            node.join(queue);
            queue.touch(log.at());
            log.node(Kind.NODE_JOINED, node);
          });
    }
  }

  /// Takes nodes out of existence. They leave their queue by it; running jobs are lost.
  static Work deletion(SimCluster cluster, List<SimNode> nodes) {
    return Work.in(cluster, Task.DELETE_NODES)
        .on(nodes, Transition.DELETING)
        .given(() -> nodes.forEach(node -> requireScalable(cluster, node)))
        .given(() -> nodes.forEach(SimNode::requireQueueIdle))
        .given(() -> requireEveryRoleKept(cluster, Set.copyOf(nodes)))
        .does(
            log -> nodes.stream().filter(cluster::has).forEach(node -> cluster.delete(node, log)));
  }

  private static void requireScalable(SimCluster cluster, SimNode node) {
    SimRole role = node.facts().role();
    if (!cluster.type().scales(role)) {
      throw Refusal.conflict(
          role.wire() + " node [" + node.id() + "] can be neither added nor deleted");
    }
  }

  private static void requireEveryRoleKept(SimCluster cluster, Set<SimNode> going) {
    going.stream()
        .map(node -> node.facts().role())
        .distinct()
        .filter(role ->
            cluster.nodes().stream()
                .noneMatch(node -> node.is(role) && node.stays() && !going.contains(node)))
        .findFirst()
        .ifPresent(role -> {
          throw Refusal.conflict(
              "cluster [" + cluster.id() + "] must keep at least one " + role.wire() + " node");
        });
  }

  /// Restarts nodes; jobs that run on them are lost.
  static Work restart(SimCluster cluster, List<SimNode> nodes) {
    return rebooting(
        Work.in(cluster, Task.RESTART_NODES).on(nodes, Transition.RESTARTING),
        cluster,
        nodes,
        _ -> {});
  }

  /// Gives all nodes of a role another size, for which they are restarted.
  static Work resizing(SimCluster cluster, SimRole role, Size size) {
    List<SimNode> nodes = cluster.nodes().stream().filter(node -> node.is(role)).toList();
    return rebooting(
        Work.in(cluster, Task.RESIZE_CLUSTER).marks(nodes, Transition.UPDATING),
        cluster,
        nodes,
        node -> node.resize(size));
  }

  private static Work rebooting(
      Work work, SimCluster cluster, List<SimNode> nodes, Consumer<SimNode> change) {
    return work.given(() -> nodes.forEach(SimNode::requireQueueIdle))
        .does(log ->
            nodes.stream()
                .filter(cluster::has)
                .forEach(node -> {
                  cluster.loseJobs(node, log);
                  change.accept(node);
                  node.activate(log.at());
                }));
  }

  /// Work of somebody else that keeps nodes in transition for a while and changes nothing.
  static Work foreign(SimCluster cluster, List<SimNode> nodes, Task task) {
    return Work.in(cluster, task).on(nodes, Transition.UPDATING);
  }
}
