package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Work on whole clusters.
final class ClusterWork {
  private ClusterWork() {}

  /// Builds a cluster with all its nodes.
  ///
  /// @param cluster complete, pending, and not in the world yet
  static Work creation(World world, SimCluster cluster) {
    return Work.onWhole(List.of(cluster), Task.CREATE_CLUSTER, Transition.CREATING)
        .given(() -> requireOnlySharedOne(world, cluster))
        .begins(() -> world.add(cluster), () -> world.remove(cluster))
        .does(log -> {
          cluster.become(ClusterStatus.ACTIVE);
          cluster.nodes().forEach(node -> NodeWork.welcome(cluster, node, log));
          log.cluster(Kind.CLUSTER_CREATED, cluster);
        });
  }

  private static void requireOnlySharedOne(World world, SimCluster cluster) {
    if (cluster.type() == ClusterType.HPC
        && world.clusters().stream().anyMatch(other -> other.type() == ClusterType.HPC)) {
      throw Refusal.exists("the account has its HPC cluster already");
    }
  }

  static Work start(List<SimCluster> clusters) {
    return power(clusters, Task.START_CLUSTER, Transition.STARTING)
        .given(
            () -> requireStatus(clusters, Set.of(ClusterStatus.STOPPED, ClusterStatus.SUSPENDED)))
        .does(log ->
            clusters.forEach(cluster -> {
              cluster.become(ClusterStatus.ACTIVE);
              cluster.nodes().forEach(node -> node.activate(log.at()));
            }));
  }

  /// Stops clusters; running jobs are lost.
  static Work stop(List<SimCluster> clusters) {
    return power(clusters, Task.STOP_CLUSTER, Transition.STOPPING)
        .given(() -> requireStatus(clusters, Set.of(ClusterStatus.ACTIVE)))
        .does(log -> clusters.forEach(cluster -> cluster.stop(log)));
  }

  private static Work power(List<SimCluster> clusters, Task task, Transition transition) {
    return Work.onWhole(clusters, task, transition)
        .marks(all(clusters.stream().map(SimCluster::queues)), transition)
        .marks(all(clusters.stream().map(SimCluster::nodes)), transition);
  }

  private static <T> List<T> all(Stream<List<T>> lists) {
    return lists.flatMap(List::stream).toList();
  }

  private static void requireStatus(List<SimCluster> clusters, Set<ClusterStatus> allowed) {
    for (SimCluster cluster : clusters) {
      if (!allowed.contains(cluster.status())) {
        throw Refusal.conflict(
            "cluster [" + cluster.id() + "] is " + cluster.status().wire() + ", 集群状态不允许");
      }
    }
  }

  /// Takes clusters out of existence with all that is in them; running jobs are lost.
  static Work deletion(World world, List<SimCluster> clusters) {
    return Work.onWhole(clusters, Task.DELETE_CLUSTER, Transition.DELETING)
        .given(() ->
            requireStatus(
                clusters,
                Set.of(ClusterStatus.ACTIVE, ClusterStatus.STOPPED, ClusterStatus.SUSPENDED)))
        .given(() -> clusters.forEach(cluster -> requireNothingPending(world, cluster)))
        .does(log ->
            clusters.forEach(cluster -> {
              cluster.nodes().forEach(node -> cluster.delete(node, log));
              world.remove(cluster);
              log.cluster(Kind.CLUSTER_DELETED, cluster);
            }));
  }

  private static void requireNothingPending(World world, SimCluster cluster) {
    world.pending().stream()
        .filter(operation -> operation.resources().contains(cluster.id()))
        .findFirst()
        .ifPresent(operation -> {
          throw Refusal.conflict(
              "operation [" + operation.id() + "] of cluster [" + cluster.id() + "] is pending");
        });
  }
}
