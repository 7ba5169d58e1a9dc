package io.ebb.plan;

import io.ebb.cluster.NodeSet;
import java.util.Collection;

/// Host names as people write them.
final class Hosts {
  private Hosts() {}

  /// The names folded into one word, for example `node[3-5,9]`.
  static String fold(Collection<String> hosts) {
    return NodeSet.of(hosts).fold();
  }
}
