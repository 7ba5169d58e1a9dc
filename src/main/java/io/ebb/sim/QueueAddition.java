package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Moves compute nodes into a queue, out of the one they are in. Members already there stay.
///
/// @param queues the target, and the queues that lose a node by it
record QueueAddition(SimCluster cluster, SimQueue queue, List<SimNode> nodes, List<SimQueue> queues)
    implements Work {

  static QueueAddition of(SimCluster cluster, SimQueue queue, List<SimNode> nodes) {
    Stream<SimQueue> sources = nodes.stream().map(SimNode::queue).filter(Objects::nonNull);
    return new QueueAddition(
        cluster, queue, nodes, Stream.concat(Stream.of(queue), sources).distinct().toList());
  }

  @Override
  public String action() {
    return "HpcQueueAddEhpcQueueNodes";
  }

  @Override
  public String label() {
    return "队列添加节点";
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
    for (SimQueue changed : queues) {
      if (changed.updating()) {
        throw Refusal.busy(changed.id());
      }
    }
    for (SimNode node : nodes) {
      if (!node.idle()) {
        throw Refusal.busy(node.id());
      }
    }
  }

  @Override
  public void begin() {
    queues.forEach(SimQueue::begin);
    nodes.forEach(node -> node.begin(Transition.JOINING));
  }

  @Override
  public void finish(Log log) {
    queues.forEach(changed -> changed.touch(log.at()));
    abandon();
    nodes.stream().filter(cluster::has).forEach(node -> move(node, log));
  }

  private void move(SimNode node, Log log) {
    if (node.isIn(queue)) {
      return;
    }
    if (node.queue() != null) {
      log.node(Kind.NODE_LEFT, node);
    }
    node.join(queue);
    log.node(Kind.NODE_JOINED, node);
  }

  @Override
  public void abandon() {
    queues.forEach(SimQueue::settle);
    nodes.forEach(SimNode::settle);
  }
}
