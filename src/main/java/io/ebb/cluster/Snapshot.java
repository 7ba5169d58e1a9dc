package io.ebb.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /// The queue with this id, display name or partition.
  public Optional<Queue> queue(String word) {
    return queues.stream().filter(queue -> queue.isCalled(word)).findFirst();
  }

  /// The nodes that a set names by host or id, in this snapshot's order. Throws
  /// [NoSuchNodeException] listing all names that no node has.
  public List<Node> select(NodeSet set) {
    List<Node> selected =
        nodes.stream()
            .filter(node -> set.contains(node.host()) || set.contains(node.id()))
            .toList();
    NodeSet found =
        NodeSet.of(selected.stream().flatMap(node -> Stream.of(node.host(), node.id())).toList());
    NodeSet missing = set.minus(found);
    if (!missing.isEmpty()) {
      throw new NoSuchNodeException(cluster, missing);
    }
    return selected;
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
