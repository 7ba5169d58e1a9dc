package io.ebb.script;

import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.time.Instant;
import java.util.List;

@Kind(value = "snapshot", doc = "A cluster at one moment. What is asked of it makes no call.")
final class SnapshotWords implements Shown {
  private final Session session;
  private final Snapshot snapshot;

  SnapshotWords(Session session, Snapshot snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  @Override
  public Object shown() {
    return Nodes.all(snapshot);
  }

  @Override
  public String clusterId() {
    return snapshot.cluster();
  }

  @Override
  public String brief() {
    return toString();
  }

  @Override
  public String key() {
    return snapshot.cluster() + "@" + snapshot.takenAt();
  }

  @Fact(value = "takenAt", doc = "When the first of its lists was read.")
  Instant takenAt() {
    return snapshot.takenAt();
  }

  @Fact(value = "nodes", doc = "All nodes.")
  NodesWords nodes() {
    return new NodesWords(session, Nodes.all(snapshot));
  }

  @Fact(value = "queues", doc = "All queues.")
  List<QueueWords> queues() {
    return snapshot.queues().stream()
        .map(queue -> new QueueWords(session, snapshot.cluster(), queue))
        .toList();
  }

  @Fact(value = "jobs", doc = "The jobs that ran then.")
  List<JobWords> jobs() {
    return snapshot.jobs().stream().map(JobWords::new).toList();
  }

  @Fact(value = "operations", doc = "The operations that went on then.")
  List<OperationWords> operations() {
    return snapshot.operations().stream()
        .map(operation -> new OperationWords(session, snapshot.cluster(), operation))
        .toList();
  }

  @Override
  public String toString() {
    return snapshot.cluster() + " at " + snapshot.takenAt();
  }
}
