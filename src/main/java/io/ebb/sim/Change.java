package io.ebb.sim;

import java.time.Instant;

/// Something that really happened in the simulated world: the evidence tests assert on.
///
/// @param at when, by the world's clock
/// @param kind what
/// @param subject the id of the node, job, cluster or operation it happened to
/// @param queue the queue it concerns; empty when none
/// @param operation the operation that did it; empty when nobody's operation did
public record Change(Instant at, Kind kind, String subject, String queue, String operation) {

  /// What happened.
  public enum Kind {
    /// A node became active.
    NODE_CREATED,
    /// A node ceased to exist; `queue` is the one it was still in.
    NODE_DELETED,
    /// A node entered `queue`.
    NODE_JOINED,
    /// A node left `queue`, and stayed in the cluster.
    NODE_LEFT,
    /// A job began to run.
    JOB_STARTED,
    /// A job came to its end.
    JOB_FINISHED,
    /// A running job lost its node.
    JOB_LOST,
    /// A job was cancelled.
    JOB_CANCELLED,
    /// A cluster was built and became active.
    CLUSTER_CREATED,
    /// A cluster ceased to exist.
    CLUSTER_DELETED,
    /// An operation was accepted.
    OPERATION_STARTED,
    /// An operation ended well.
    OPERATION_SUCCEEDED,
    /// An operation ended badly and changed nothing.
    OPERATION_FAILED
  }
}
