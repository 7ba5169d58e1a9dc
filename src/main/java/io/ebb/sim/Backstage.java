package io.ebb.sim;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Acts in the world behind the client's back, as a second operator or a user would: at once, and
/// without the checks of the service. Safe for use by many threads.
///
/// What does not exist or cannot be done is an [IllegalArgumentException] that says so.
public final class Backstage {
  private final SharedWorld world;

  Backstage(SharedWorld world) {
    this.world = world;
  }

  /// The id of the node with that host name, for example `node12`.
  public String nodeId(String cluster, String host) {
    return visit(visited -> node(visited.cluster(cluster), host).id());
  }

  /// Whether the host exists.
  public boolean exists(String cluster, String host) {
    return visit(visited ->
        visited.cluster(cluster).nodes().stream().anyMatch(node -> node.host().equals(host)));
  }

  /// Deletes the node now; jobs that run on it are lost.
  public void deleteNode(String cluster, String host) {
    change(visited -> {
      SimCluster found = visited.cluster(cluster);
      found.delete(node(found, host), visited.log(""));
      return host;
    });
  }

  /// Takes the node out of its queue now.
  public void leaveQueue(String cluster, String host) {
    change(visited -> {
      SimNode node = node(visited.cluster(cluster), host);
      visited.log("").node(Change.Kind.NODE_LEFT, node);
      node.leaveQueue();
      return host;
    });
  }

  /// Adds a job; its times count from now.
  ///
  /// @return its id, `hpcjob-…`
  public String addJob(String cluster, Scenario.Job job) {
    return change(visited -> Genesis.addJob(visited, visited.cluster(cluster), job).facts().id());
  }

  /// Starts an operation of somebody else that keeps these hosts in transition for so long.
  ///
  /// @param action for example `HpcClusterRestartClusterNodes`
  /// @return its id, `j-…`
  public String startOperation(String cluster, String action, List<String> hosts, Duration takes) {
    return change(visited -> {
      SimCluster found = visited.cluster(cluster);
      List<SimNode> nodes = hosts.stream().map(host -> node(found, host)).toList();
      return visited.start(
          new ForeignWork(found, nodes, action, takes), SimOperation.Fate.SUCCEEDS);
    });
  }

  private <T> T visit(Function<World, T> visitor) {
    return accepted(() -> world.visit(visitor));
  }

  private <T> T change(Function<World, T> visitor) {
    return accepted(() -> world.change(visitor));
  }

  private static <T> T accepted(Supplier<T> visit) {
    try {
      return visit.get();
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.text(), refusal);
    }
  }

  private static SimNode node(SimCluster cluster, String host) {
    return cluster.nodes().stream()
        .filter(node -> node.host().equals(host))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("cluster " + cluster.id() + " has no host " + host));
  }
}
