package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Takes compute nodes out of a queue; they stay in the cluster.
record QueueRemoval(SimCluster cluster, SimQueue queue, List<SimNode> nodes) implements Work {

  @Override
  public String action() {
    return "HpcQueueRemoveEhpcQueueNodes";
  }

  @Override
  public String label() {
    return "队列移除节点";
  }

  @Override
  public List<String> resources() {
    return Stream.concat(Stream.of(cluster.id(), queue.id()), nodes.stream().map(SimNode::id))
        .toList();
  }

  @Override
  public Duration takes(SimOptions options) {
    return options.queueSpan();
  }

  @Override
  public void check() {
    if (queue.updating()) {
      throw Refusal.busy(queue.id());
    }
    nodes.forEach(this::checkMember);
    if (cluster.nodes().stream().noneMatch(node -> node.staysInQueue() && !nodes.contains(node))) {
      throw Refusal.conflict(
          "cluster [" + cluster.id() + "] must keep a queue with compute nodes, 至少保留一个计算节点");
    }
  }

  private void checkMember(SimNode node) {
    if (!node.isIn(queue)) {
      throw Refusal.conflict("node [" + node.id() + "] is not in queue [" + queue.id() + "]");
    }
    if (!node.idle()) {
      throw Refusal.busy(node.id());
    }
  }

  @Override
  public void begin() {
    queue.begin();
    nodes.forEach(node -> node.begin(Transition.LEAVING));
  }

  @Override
  public void finish(Log log) {
    abandon();
    queue.touch(log.at());
    for (SimNode node : nodes) {
      if (cluster.has(node) && node.isIn(queue)) {
        log.node(Kind.NODE_LEFT, node);
        node.leaveQueue();
      }
    }
  }

  @Override
  public void abandon() {
    queue.settle();
    nodes.forEach(SimNode::settle);
  }
}
