package io.ebb.cluster;

import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireQueue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes domain values of wire records.
final class FromWire {
  private FromWire() {}

  static Cluster cluster(WireCluster wire) {
    return new Cluster(
        wire.clusterId(),
        wire.clusterName(),
        wire.clusterType(),
        wire.clusterStatus(),
        wire.schedulerType(),
        wire.totalNodeCount());
  }

  static Queue queue(WireQueue wire) {
    return new Queue(
        wire.hpcqueueId(),
        wire.name(),
        wire.partitionName(),
        wire.defaultQueue() == 1,
        wire.transitionStatus(),
        wire.nodelist());
  }

  /// The queue of a node is what the queues say, because what the node says is not documented.
  static List<Node> nodes(List<WireNode> nodes, List<Queue> queues) {
    return regrouped(nodes.stream().map(FromWire::node).toList(), queues);
  }

  /// These nodes, each in the queue of these that has it.
  static List<Node> regrouped(List<Node> nodes, List<Queue> queues) {
    Map<Integer, String> queueOf = new HashMap<>();
    queues.forEach(queue -> queue.serials().forEach(serial -> queueOf.put(serial, queue.id())));
    return nodes.stream()
        .map(node -> node.in(node.role() == Role.COMPUTE ? queueOf.get(node.serial()) : null))
        .toList();
  }

  private static Node node(WireNode wire) {
    Role role = Role.named(wire.role());
    return new Node(
        wire.nodeId(),
        wire.serverId(),
        role.host(wire.serverId()),
        wire.name(),
        role,
        null,
        wire.status(),
        wire.transitionStatus(),
        wire.healthStatus(),
        wire.privateIp(),
        wire.cpu(),
        wire.memory(),
        wire.createTime());
  }

  /// @param queues to find the queues of jobs by; empty when every job has its queue's id
  static List<Job> jobs(List<WireJob> jobs, List<Queue> queues) {
    return jobs.stream().map(job -> job(job, queueOf(job, queues))).toList();
  }

  private static Job job(WireJob wire, String queue) {
    return new Job(
        wire.key(),
        wire.jobId(),
        wire.jobName(),
        wire.jobStatus(),
        queue,
        JobHosts.parse(wire.jobNodeList()),
        wire.runUser(),
        wire.startedTime());
  }

  /// By id where the job has it, else by what its partition or its queue's name means; empty, which
  /// is any queue, when the id is not listed, or neither name means exactly one.
  private static String queueOf(WireJob job, List<Queue> queues) {
    if (queues.isEmpty()) {
      return job.hpcqueueId();
    }
    return Stream.of(job.hpcqueueId(), job.schedulerQueueName(), job.queueName())
        .filter(word -> !word.isEmpty())
        .map(word -> Queue.called(queues, word))
        .filter(called -> called.size() == 1)
        .map(called -> called.getFirst().id())
        .findFirst()
        .orElse("");
  }

  static Operation operation(WireOperation wire) {
    return new Operation(
        wire.jobId(),
        wire.jobAction(),
        wire.status(),
        Arrays.stream(wire.resourceIds().split("[\\s,\\[\\]\"]+"))
            .filter(id -> !id.isEmpty())
            .toList(),
        wire.errorCodes(),
        wire.createTime(),
        wire.statusTime());
  }
}
