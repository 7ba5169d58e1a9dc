package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/queue`.
final class QueueEndpoints {
  private static final Set<String> MEMBERS =
      Set.of("cluster_id", "hpcqueue_id", "hpqueue_id", "nodelist");

  private QueueEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.post(
                "/queue/ehpc/getQueueList",
                "HpcQueueGetEhpcQueueListResponse",
                Set.of("cluster_id", "is_active", "queue_ids"),
                QueueEndpoints::list)
            .listing()
            .orGet(),
        Endpoint.post(
            "/queue/ehpc/addNodes",
            "HpcQueueAddEhpcQueueNodesResponse",
            MEMBERS,
            QueueEndpoints::addNodes),
        Endpoint.post(
            "/queue/ehpc/removeNodes",
            "HpcQueueRemoveEhpcQueueNodesResponse",
            MEMBERS,
            QueueEndpoints::removeNodes));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<String> ids = params.words("queue_ids");
    List<ObjectNode> rows =
        cluster.queues().stream()
            .filter(queue -> Matches.any(ids, List.of(queue.id())))
            .filter(queue -> Matches.search(params, queue.name()))
            .map(queue -> QueueWire.of(queue, cluster, world.owner()))
            .toList();
    return Listing.page("hpc_queue_set", rows, params);
  }

  private static ObjectNode addNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = queue(params, cluster);
    return Wire.accepted(
        world.start(QueueAddition.of(cluster, queue, nodes(params, cluster)), fate));
  }

  private static ObjectNode removeNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = queue(params, cluster);
    return Wire.accepted(
        world.start(new QueueRemoval(cluster, queue, nodes(params, cluster)), fate));
  }

  private static SimQueue queue(Params params, SimCluster cluster) {
    return cluster.queue(params.text("hpcqueue_id", "hpqueue_id"));
  }

  private static List<SimNode> nodes(Params params, SimCluster cluster) {
    return params.list("nodelist").stream().map(cluster::computeNode).toList();
  }
}
