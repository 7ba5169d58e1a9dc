package io.ebb.cluster;

import java.io.Serial;

/// A set names nodes that the cluster does not have. The message lists all of them.
public final class NoSuchNodeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient NodeSet missing;

  NoSuchNodeException(String cluster, NodeSet missing) {
    super(
        "cluster %s has no node %s; `ebb nodes --cluster %s` lists the ones it has"
            .formatted(cluster, missing.fold(), cluster));
    this.missing = missing;
  }

  /// The names that no node has.
  public NodeSet missing() {
    return missing;
  }
}
