package io.ebb.cluster;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One cluster at one moment: what a plan is made from.
///
/// @param cluster the cluster's id
/// @param nodes all nodes of all roles, in the API's order
/// @param queues all queues
/// @param jobs the running jobs
/// @param operations the operations that go on, whoever began them
/// @param takenAt when the first of the calls was made
public record Snapshot(
    String cluster,
    List<Node> nodes,
    List<Queue> queues,
    List<Job> jobs,
    List<Operation> operations,
    Instant takenAt) {

  /// Copies the lists.
  public Snapshot {
    nodes = List.copyOf(nodes);
    queues = List.copyOf(queues);
    jobs = List.copyOf(jobs);
    operations = List.copyOf(operations);
  }

  /// The node with this id, if it is still there.
  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /// The queue with this id, display name or partition. Throws [AmbiguousNameException] when
  /// several are called so.
  public Optional<Queue> queue(String word) {
    return Queue.find(cluster, queues, word);
  }

  /// The nodes that a set names by host or id, in this snapshot's order. Throws
  /// [NoSuchNodeException] listing all names that no node has, and [AmbiguousNameException] when
  /// one is the host of several.
  public List<Node> select(NodeSet set) {
    List<Node> selected =
        nodes.stream()
            .filter(node -> set.contains(node.host()) || set.contains(node.id()))
            .toList();
    sharedHosts().stream().filter(set::contains).findFirst().ifPresent(this::refuse);
    NodeSet found =
        NodeSet.of(selected.stream().flatMap(node -> Stream.of(node.host(), node.id())).toList());
    NodeSet missing = set.minus(found);
    if (!missing.isEmpty()) {
      throw new NoSuchNodeException(cluster, missing);
    }
    return selected;
  }

  /// The hosts that several nodes are listed with, as when a serial is given out again before the
  /// node that had it is gone. They name none of these nodes.
  Set<String> sharedHosts() {
    Set<String> seen = new HashSet<>();
    return nodes.stream()
        .map(Node::host)
        .filter(host -> !seen.add(host))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void refuse(String host) {
    List<String> ids =
        nodes.stream().filter(node -> node.host().equals(host)).map(Node::id).toList();
    throw new AmbiguousNameException(cluster, "nodes", host, ids);
  }

  /// The running jobs that may be using the node. A node in no queue may be used by every one of
  /// them that names no host.
  public List<Job> jobsOn(Node node) {
    return jobs.stream().filter(job -> job.mayUse(node)).toList();
  }

  /// Whether no running job can be using the node; the opposite of [#jobsOn] finding one.
  public boolean idle(Node node) {
    return jobs.stream().noneMatch(job -> job.mayUse(node));
  }
}
