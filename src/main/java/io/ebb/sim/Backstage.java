package io.ebb.sim;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

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
    return visit(visited -> visited.cluster(cluster).host(host).isPresent());
  }

  /// Deletes the node now; jobs that run on it are lost.
  public void deleteNode(String cluster, String host) {
    visit(visited -> {
      SimCluster found = visited.cluster(cluster);
      found.delete(node(found, host), visited.log(""));
      return host;
    });
  }

  /// Takes the node out of its queue now.
  public void leaveQueue(String cluster, String host) {
    visit(visited -> {
      SimNode node = node(visited.cluster(cluster), host);
      visited.log("").node(Change.Kind.NODE_LEFT, node);
      node.leaveQueue();
      return host;
    });
  }

  /// Makes the node `healthy` or `unhealthy` now.
  public void setHealth(String cluster, String host, String health) {
    visit(visited -> {
      node(visited.cluster(cluster), host).health(health);
      return host;
    });
  }

  /// Gives a queue, named by id, name or partition, another display name now.
  public void renameQueue(String cluster, String queue, String name) {
    visit(visited -> {
      visited.cluster(cluster).queueOf(queue).rename(name, visited.now());
      return name;
    });
  }

  /// Adds nodes of the usual size that are active now; compute nodes join the default queue.
  ///
  /// @return their hosts
  public List<String> addNodes(String cluster, SimRole role, int count) {
    return visit(visited -> {
      SimCluster found = visited.cluster(cluster);
      List<SimNode> nodes = new Births(visited).nodes(found, role, count, Births.USUAL);
      for (SimNode node : nodes) {
        found.add(node);
        NodeWork.welcome(found, node, visited.log(""));
      }
      return nodes.stream().map(SimNode::host).toList();
    });
  }

  /// Stops the cluster now; running jobs are lost.
  public void stopCluster(String cluster) {
    visit(visited -> {
      visited.cluster(cluster).stop(visited.log(""));
      return cluster;
    });
  }

  /// Adds a job; its times count from now.
  ///
  /// @return its id, `hpcjob-…`
  public String addJob(String cluster, Scenario.Job job) {
    return visit(visited -> Genesis.addJob(visited, visited.cluster(cluster), job).id());
  }

  /// Starts an operation of somebody else that keeps these hosts in transition for so long.
  ///
  /// @param action for example `HpcClusterRestartClusterNodes`
  /// @return its id, `j-…`
  public String startOperation(String cluster, String action, List<String> hosts, Duration takes) {
    return visit(visited -> {
      SimCluster found = visited.cluster(cluster);
      List<SimNode> nodes = hosts.stream().map(host -> node(found, host)).toList();
      return visited.start(
          NodeWork.foreign(found, nodes, Task.foreign(action, takes)), SimOperation.Fate.SUCCEEDS);
    });
  }

  private <T> T visit(Function<World, T> visitor) {
    try {
      return world.visit(visitor);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.text(), refusal);
    }
  }

  private static SimNode node(SimCluster cluster, String host) {
    return cluster
        .host(host)
        .orElseThrow(
            () -> new IllegalArgumentException("cluster " + cluster.id() + " has no host " + host));
  }
}
