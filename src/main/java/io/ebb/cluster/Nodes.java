package io.ebb.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nodes chosen from one snapshot: resolved once, frozen, ordered by role and serial.
///
/// @param snapshot what the choice was made from; says which jobs run where
/// @param list the nodes, each once
public record Nodes(Snapshot snapshot, List<Node> list) implements Iterable<Node> {
  private static final Comparator<Node> ORDER =
      Comparator.comparing(Node::role).reversed().thenComparingInt(Node::serial);

  /// Orders the nodes and drops repeated ones.
  public Nodes {
    Map<String, Node> byId = new LinkedHashMap<>();
    list.forEach(node -> byId.putIfAbsent(node.id(), node));
    list = byId.values().stream().sorted(ORDER).toList();
  }

  /// All nodes of the cluster, whatever their role.
  public static Nodes all(Snapshot snapshot) {
    return new Nodes(snapshot, snapshot.nodes());
  }

  /// The nodes that the expression names, for example `node[3-5],@queue:batch!node7`.
  ///
  /// @throws NodeSetException when it is malformed or names what is not there
  public static Nodes named(Snapshot snapshot, String expression) {
    NodeSet names = NodeSet.parse(expression, SnapshotUniverse.of(snapshot));
    return new Nodes(snapshot, snapshot.select(names));
  }

  /// How many nodes.
  public int size() {
    return list.size();
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /// The host names in folded form: `node[3-5,9]`.
  public String fold() {
    return NodeSet.of(list.stream().map(Node::host).toList()).fold();
  }

  /// Whether the node with this id is among them.
  public boolean contains(String id) {
    return list.stream().anyMatch(node -> node.id().equals(id));
  }

  /// These and those.
  public Nodes union(Nodes others) {
    Snapshot latest =
        snapshot.takenAt().isBefore(sameCluster(others).snapshot.takenAt())
            ? others.snapshot
            : snapshot;
    return new Nodes(latest, Stream.concat(list.stream(), others.list.stream()).toList());
  }

  /// Those of these that are among the others too.
  public Nodes intersect(Nodes others) {
    Collection<String> ids = sameCluster(others).ids();
    return where(node -> ids.contains(node.id()));
  }

  /// These without the others.
  public Nodes minus(Nodes others) {
    Collection<String> ids = sameCluster(others).ids();
    return where(node -> !ids.contains(node.id()));
  }

  /// Those that pass the test.
  public Nodes where(Predicate<Node> test) {
    return new Nodes(snapshot, list.stream().filter(test).toList());
  }

  /// Those that no running job can be using.
  public Nodes idle() {
    return where(snapshot::idle);
  }

  /// Those that a running job may be using.
  public Nodes busy() {
    return where(node -> !snapshot.idle(node));
  }

  /// Those created longer than `age` before the snapshot was taken.
  public Nodes olderThan(Duration age) {
    return where(node -> node.age(snapshot.takenAt()).compareTo(age) > 0);
  }

  /// At most `count` of them, the easiest to do without first: idle ones, then those whose youngest
  /// job has run longest, then the highest serials.
  ///
  /// The API does not say when a job will end; how long it has run is the best it offers.
  public Nodes pick(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("cannot pick " + count + " nodes");
    }
    Comparator<Node> order =
        Comparator.comparingLong(this::youngestJob)
            .thenComparing(Comparator.comparingInt(Node::serial).reversed());
    return new Nodes(snapshot, list.stream().sorted(order).limit(count).toList());
  }

  @Override
  public Iterator<Node> iterator() {
    return list.iterator();
  }

  private long youngestJob(Node node) {
    return snapshot.jobsOn(node).stream()
        .mapToLong(job -> job.startedAt() == null ? Long.MAX_VALUE : job.startedAt().toEpochMilli())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private Collection<String> ids() {
    return list.stream().map(Node::id).collect(Collectors.toSet());
  }

  private Nodes sameCluster(Nodes others) {
    if (!others.snapshot.cluster().equals(snapshot.cluster())) {
      throw new IllegalArgumentException(
          "nodes of two clusters cannot be mixed: "
              + snapshot.cluster()
              + " and "
              + others.snapshot.cluster());
    }
    return others;
  }
}
