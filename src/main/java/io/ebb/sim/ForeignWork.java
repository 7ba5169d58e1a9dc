package io.ebb.sim;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Work of somebody else that keeps nodes in transition for a while and changes nothing.
record ForeignWork(SimCluster cluster, List<SimNode> nodes, String action, Duration span)
    implements Work {

  @Override
  public String label() {
    return "重启节点";
  }

  @Override
  public List<String> resources() {
    return Stream.concat(Stream.of(cluster.id()), nodes.stream().map(SimNode::id)).toList();
  }

  @Override
  public Duration takes(SimOptions options) {
    return span;
  }

  @Override
  public void check() {
    for (SimNode node : nodes) {
      if (!node.idle()) {
        throw Refusal.busy(node.id());
      }
    }
  }

  @Override
  public void begin() {
    nodes.forEach(node -> node.begin(Transition.UPDATING));
  }

  @Override
  public void finish(Log log) {
    abandon();
  }

  @Override
  public void abandon() {
    nodes.forEach(SimNode::settle);
  }
}
