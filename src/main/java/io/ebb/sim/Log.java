package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Instant;
import java.util.List;

/// Where work in progress writes what it did.
///
/// @param changes the log of the world
/// @param at now
/// @param operation the operation that does it; empty when none
record Log(List<Change> changes, Instant at, String operation) {

  void node(Kind kind, SimNode node) {
    changes.add(new Change(at, kind, node.id(), node.queueId(), operation));
  }

  void job(Kind kind, SimJob job) {
    changes.add(new Change(at, kind, job.id(), job.facts().queue().id(), operation));
  }

  void cluster(Kind kind, SimCluster cluster) {
    changes.add(new Change(at, kind, cluster.id(), "", operation));
  }

  void operation(Kind kind) {
    changes.add(new Change(at, kind, operation, "", operation));
  }
}
