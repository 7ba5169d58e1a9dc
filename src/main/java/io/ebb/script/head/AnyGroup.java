package io.ebb.script.head;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Universe;
import java.util.Optional;

/// A universe in which every group exists, for checking how a set of nodes is written before there
/// is a cluster.
final class AnyGroup implements Universe {
  static final Universe UNIVERSE = new AnyGroup();

  private AnyGroup() {}

  @Override
  public Optional<NodeSet> group(String name) {
    return Optional.of(NodeSet.empty());
  }

  @Override
  public NodeSet all() {
    return NodeSet.empty();
  }
}
