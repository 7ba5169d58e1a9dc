package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Adds nodes to a cluster; compute nodes join its default queue when they are ready.
///
/// @param nodes the new nodes, not in the cluster yet
record NodeCreation(SimCluster cluster, List<SimNode> nodes) implements Work {

  @Override
  public String action() {
    return "HpcClusterAddClusterNodes";
  }

  @Override
  public String label() {
    return "添加节点";
  }

  @Override
  public List<String> resources() {
    return Stream.concat(Stream.of(cluster.id()), nodes.stream().map(SimNode::id)).toList();
  }

  @Override
  public Duration takes(SimOptions options) {
    return options.nodeSpan();
  }

  @Override
  public void check() {
    if (nodes.stream().anyMatch(node -> node.is(SimRole.CONTROLLER))) {
      throw Refusal.conflict("controller nodes cannot be added");
    }
  }

  @Override
  public void begin() {
    nodes.forEach(cluster::add);
  }

  @Override
  public void finish(Log log) {
    nodes.stream().filter(cluster::has).forEach(node -> welcome(node, log));
  }

  private void welcome(SimNode node, Log log) {
    node.activate(log.at());
    log.node(Kind.NODE_CREATED, node);
    if (node.is(SimRole.COMPUTE)) {
      cluster
          .defaultQueue()
          .ifPresent(queue -> {
            node.join(queue);
            queue.touch(log.at());
            log.node(Kind.NODE_JOINED, node);
          });
    }
  }

  @Override
  public void abandon() {
    nodes.forEach(cluster::forget);
  }
}
