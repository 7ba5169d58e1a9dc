package io.ebb.script;

import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Kind(value = "node", doc = "One node, as it was when its set was made.")
final class NodeWords implements Shown {
  private final Session session;
  private final Snapshot snapshot;
  private final Node node;

  NodeWords(Session session, Snapshot snapshot, Node node) {
    this.session = session;
    this.snapshot = snapshot;
    this.node = node;
  }

  /// The set of this node only.
  NodesWords alone() {
    return new NodesWords(session, new Nodes(snapshot, List.of(node)));
  }

  @Override
  public Object shown() {
    return alone().nodes();
  }

  @Override
  public String clusterId() {
    return snapshot.cluster();
  }

  @Override
  public String brief() {
    return node.host();
  }

  @Override
  public String key() {
    return snapshot.cluster() + "/" + node.id();
  }

  @Fact(value = "id", doc = "The node id, `cln-…`.")
  String id() {
    return node.id();
  }

  @Fact(value = "serial", doc = "The serial within the role, from 1.")
  int serial() {
    return node.serial();
  }

  @Fact(value = "host", doc = "The host name, for example `node12`.")
  String host() {
    return node.host();
  }

  @Fact(value = "name", doc = "The display name; not the host name.")
  String name() {
    return node.name();
  }

  @Fact(
      value = "role",
      doc = "What it does in the cluster.",
      choices = {"login", "controller", "compute", "other"})
  String role() {
    return node.role().label();
  }

  @Fact(value = "queue", doc = "The id of the queue it is in; nothing when it is in none.")
  @Nullable String queue() {
    return node.queue();
  }

  @Fact(value = "status", doc = "The status, for example `active`.")
  String status() {
    return node.status();
  }

  @Fact(value = "transition", doc = "What is being done to it, for example `deleting`, or empty.")
  String transition() {
    return node.transition();
  }

  @Fact(value = "health", doc = "`healthy` or `unhealthy`; empty when unknown.")
  String health() {
    return node.health();
  }

  @Fact(value = "ip", doc = "The private address.")
  String ip() {
    return node.ip();
  }

  @Fact(value = "cpu", doc = "Cores.")
  int cpu() {
    return node.cpu();
  }

  @Fact(value = "memory", doc = "Memory in MiB.")
  int memory() {
    return node.memory();
  }

  @Fact(value = "age", doc = "Seconds since it was created.")
  Duration age() {
    return node.age(snapshot.takenAt());
  }

  @Fact(value = "jobs", doc = "The running jobs that may be using it.")
  List<JobWords> jobs() {
    return snapshot.jobsOn(node).stream().map(JobWords::new).toList();
  }

  @Override
  public String toString() {
    return node.host();
  }
}
