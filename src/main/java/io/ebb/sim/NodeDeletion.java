package io.ebb.sim;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Takes nodes out of existence. They leave their queue by it; running jobs are lost.
record NodeDeletion(SimCluster cluster, List<SimNode> nodes) implements Work {
  private static final Set<SimRole> DELETABLE = EnumSet.of(SimRole.LOGIN, SimRole.COMPUTE);

  @Override
  public String action() {
    return "HpcClusterDeleteClusterNodes";
  }

  @Override
  public String label() {
    return "删除节点";
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
    nodes.forEach(NodeDeletion::checkFree);
    for (SimRole role : SimRole.values()) {
      checkRoleKeepsANode(role);
    }
  }

  private static void checkFree(SimNode node) {
    if (!DELETABLE.contains(node.facts().role())) {
      throw Refusal.conflict(
          node.facts().role().wire() + " node [" + node.id() + "] cannot be deleted");
    }
    SimQueue queue = node.queue();
    if (!node.idle()) {
      throw Refusal.busy(node.id());
    }
    if (queue != null && queue.updating()) {
      throw Refusal.busy(queue.id());
    }
  }

  private void checkRoleKeepsANode(SimRole role) {
    boolean touched = nodes.stream().anyMatch(node -> node.is(role));
    boolean kept =
        cluster.nodes().stream()
            .anyMatch(node -> node.is(role) && node.stays() && !nodes.contains(node));
    if (touched && !kept) {
      throw Refusal.conflict(
          "cluster [" + cluster.id() + "] must keep at least one " + role.wire() + " node");
    }
  }

  @Override
  public void begin() {
    nodes.forEach(node -> node.begin(Transition.DELETING));
  }

  @Override
  public void finish(Log log) {
    nodes.stream().filter(cluster::has).forEach(node -> cluster.delete(node, log));
  }

  @Override
  public void abandon() {
    nodes.forEach(SimNode::settle);
  }
}
