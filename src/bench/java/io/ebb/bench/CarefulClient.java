package io.ebb.bench;

import io.ebb.bench.Wire.Job;
import io.ebb.bench.Wire.Node;
import io.ebb.bench.Wire.Operation;
import io.ebb.bench.Wire.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// (b) What a careful engineer writes by hand for the same safety: one look first, one write for
/// each queue and one deletion, one poll for all that goes on in the cluster, and each step
/// confirmed by the lists before the next. Pages of 100.
final class CarefulClient implements Client {
  private static final int LARGEST_LIMIT = 100;
  private static final Duration FIRST_POLL = Duration.ofSeconds(5);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);

  private final Endpoints api;
  private final TurnedClock clock;

  CarefulClient(Bare bare, TurnedClock clock) {
    this.api = new Endpoints(bare, LARGEST_LIMIT);
    this.clock = clock;
  }

  @Override
  public void retire(String cluster, SortedSet<Integer> serials) {
    List<Node> targets =
        api.nodes(cluster).stream()
            .filter(node -> node.isCompute() && serials.contains(node.serverId()))
            .toList();
    List<Queue> queues = api.queues(cluster);
    List<Node> free = idle(unclaimed(targets, api.operations(cluster)), api.runningJobs(cluster));
    leave(cluster, free, queues);
    List<Node> left = idle(outside(free, api.queues(cluster)), api.runningJobs(cluster));
    delete(cluster, left);
    confirmGone(cluster, left);
  }

  private void leave(String cluster, List<Node> nodes, List<Queue> queues) {
    Set<String> operations = new HashSet<>();
    for (Queue queue : queues) {
      List<Integer> members =
          nodes.stream().map(Node::serverId).filter(queue.nodelist()::contains).toList();
      if (!members.isEmpty()) {
        operations.add(api.removeNodes(cluster, queue.hpcqueueId(), members));
      }
    }
    await(cluster, operations);
  }

  private void delete(String cluster, List<Node> nodes) {
    if (!nodes.isEmpty()) {
      List<String> ids = nodes.stream().map(Node::nodeId).toList();
      await(cluster, Set.of(api.deleteNodes(cluster, ids)));
    }
  }

  /// Polls at growing intervals until none of them goes on. The resources tell what became of them.
  private void await(String cluster, Set<String> operations) {
    Duration pause = FIRST_POLL;
    List<String> waiting = new ArrayList<>(operations);
    while (!waiting.isEmpty()) {
      clock.sleep(pause);
      pause = longer(pause);
      for (Operation seen : api.operations(cluster)) {
        if (!seen.pending()) {
          waiting.remove(seen.jobId());
        }
      }
    }
  }

  /// Half as long again, up to the longest.
  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : next;
  }

  private void confirmGone(String cluster, List<Node> deleted) {
    Set<String> ids = new HashSet<>(deleted.stream().map(Node::nodeId).toList());
    boolean listed = api.nodes(cluster).stream().map(Node::nodeId).anyMatch(ids::contains);
    if (listed || outside(deleted, api.queues(cluster)).size() < deleted.size()) {
      throw new IllegalStateException("nodes are still listed in " + cluster);
    }
  }

  private static List<Node> unclaimed(List<Node> nodes, List<Operation> operations) {
    Set<String> claimed = new HashSet<>();
    operations.stream()
        .filter(Operation::pending)
        .forEach(operation -> claimed.addAll(List.of(operation.resourceIds().split(" "))));
    return nodes.stream().filter(node -> !claimed.contains(node.nodeId())).toList();
  }

  private static List<Node> idle(List<Node> nodes, List<Job> jobs) {
    return nodes.stream()
        .filter(node -> jobs.stream().noneMatch(job -> job.mayUse(node.host())))
        .toList();
  }

  private static List<Node> outside(List<Node> nodes, List<Queue> queues) {
    Set<Integer> members = new HashSet<>();
    queues.forEach(queue -> members.addAll(queue.nodelist()));
    return nodes.stream().filter(node -> !members.contains(node.serverId())).toList();
  }
}
