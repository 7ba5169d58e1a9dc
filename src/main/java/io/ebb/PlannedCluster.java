package io.ebb;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;

/// A cluster that plans are made for. Immutable; each method looks afresh.
public final class PlannedCluster {
  private final Ebb ebb;
  private final String id;

  PlannedCluster(Ebb ebb, String id) {
    this.ebb = ebb;
    this.id = id;
  }

  /// The cluster as it is now.
  ///
  /// @throws io.ebb.api.NotFoundException when there is no such cluster
  public Snapshot snapshot() {
    return ebb.ehpc().snapshot(id);
  }

  /// A plan to retire the nodes with these host names or ids. Nothing happens until it is applied.
  ///
  /// @throws io.ebb.cluster.NoSuchNodeException when the cluster lacks one of them
  /// @throws io.ebb.api.NotFoundException when there is no such cluster
  public Plan retire(NodeSet names, RetireOptions options) {
    Snapshot now = snapshot();
    return retire(new Nodes(now, now.select(names)), options);
  }

  /// A plan to retire these nodes. Nothing happens until it is applied.
  public Plan retire(Nodes nodes, RetireOptions options) {
    return Planner.retire(
        nodes.snapshot(), nodes.list(), options, ebb.budget(), ebb.time().instant());
  }
}
