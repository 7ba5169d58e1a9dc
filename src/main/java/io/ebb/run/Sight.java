package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Snapshot;
import java.util.List;
import java.util.Optional;

/// What a run has seen at one moment: nodes, queues and operations always, jobs only when they were
/// looked at, too.
///
/// @param snapshot the cluster for this run; without any jobs when they were not looked at
/// @param jobsToo whether they were
record Sight(Snapshot snapshot, boolean jobsToo) {

  Optional<Node> node(String id) {
    return snapshot.node(id);
  }

  List<Node> nodes() {
    return snapshot.nodes();
  }

  Optional<Queue> queue(String id) {
    return snapshot.queue(id);
  }

  List<Queue> queues() {
    return snapshot.queues();
  }

  List<Operation> operations() {
    return snapshot.operations();
  }

  /// The running jobs.
  ///
  /// @throws IllegalStateException when they were not looked at: no node is idle because of that
  List<Job> jobs() {
    if (!jobsToo) {
      throw new IllegalStateException("this look has left the jobs out");
    }
    return snapshot.jobs();
  }
}
