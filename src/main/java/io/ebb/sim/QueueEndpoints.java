package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/queue/ehpc`: queues of dedicated clusters; and the details of any queue.
final class QueueEndpoints {
  private static final String[] PROPERTIES = {
    "max_time",
    "min_node",
    "allow_accounts",
    "deny_accounts",
    "default_queue",
    "status",
    "user_group"
  };

  private QueueEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/queue/describeQueue", "HpcQueueDescribeQueueResponse", QueueEndpoints::detail)
            .needs("cluster_id", "id"),
        Endpoint.post(
                "/queue/ehpc/getQueueList",
                "HpcQueueGetEhpcQueueListResponse",
                QueueEndpoints::list)
            .needs("cluster_id")
            .takes("is_active", "queue_ids")
            .listing()
            .orGet(),
        Endpoint.post("/queue/ehpc/addQueue", "HpcQueueAddEhpcQueueResponse", QueueEndpoints::add)
            .needs("cluster_id", "name")
            .takes(PROPERTIES),
        Endpoint.post(
                "/queue/ehpc/modifyQueue",
                "HpcQueueModifyEhpcQueueResponse",
                QueueEndpoints::modify)
            .needs("cluster_id", "hpcqueue_id")
            .takes("name")
            .takes(PROPERTIES)
            .alias("hpqueue_id", "hpcqueue_id"),
        Endpoint.post(
                "/queue/ehpc/delQueues", "HpcQueueDelEhpcQueuesResponse", QueueEndpoints::delete)
            .needs("cluster_id", "queue_ids"),
        Endpoint.post(
                "/queue/ehpc/addNodes",
                "HpcQueueAddEhpcQueueNodesResponse",
                QueueEndpoints::addNodes)
            .needs("cluster_id", "hpcqueue_id", "nodelist")
            .alias("hpqueue_id", "hpcqueue_id"),
        Endpoint.post(
                "/queue/ehpc/removeNodes",
                "HpcQueueRemoveEhpcQueueNodesResponse",
                QueueEndpoints::removeNodes)
            .needs("cluster_id", "hpcqueue_id", "nodelist")
            .alias("hpqueue_id", "hpcqueue_id"));
  }

  private static ObjectNode detail(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = cluster.queue(params.text("id"));
    ObjectNode reply = Wire.object();
    reply.putArray("detail").add(QueueDetailWire.of(queue, cluster, world.owner()));
    return reply;
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimQueue> queues =
        cluster.queues().stream()
            .filter(queue -> queue.facts().rent() == null)
            .filter(Matches.any(params.words("queue_ids"), queue -> List.of(queue.id())))
            .filter(Matches.search(params, SimQueue::name))
            .toList();
    return Listing.page(
        "hpc_queue_set", queues, queue -> QueueWire.of(queue, cluster, world.owner()), params);
  }

  private static ObjectNode add(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    cluster.requireUsable();
    if (cluster.type() != ClusterType.EHPC) {
      throw Refusal.conflict("cluster [" + cluster.id() + "] has no queues of its own");
    }
    boolean isDefault = params.number("default_queue", 0) != 0 && cluster.defaultQueue().isEmpty();
    SimQueue queue = new Births(world).queue(cluster, params.text("name"), isDefault);
    cluster.queues().add(queue);
    return reply(queue);
  }

  /// Only the name can be changed; the rest is read and dropped.
  private static ObjectNode modify(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = queue(params, cluster);
    cluster.requireUsable();
    queue.requireIdle();
    params.find("name").ifPresent(name -> queue.rename(name, world.now()));
    return reply(queue);
  }

  private static ObjectNode reply(SimQueue queue) {
    return Wire.object().put("hpcqueue_id", queue.id());
  }

  private static ObjectNode delete(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimQueue> queues = params.list("queue_ids").stream().map(cluster::queue).toList();
    return Wire.accepted(world.start(QueueWork.deletion(cluster, queues), fate));
  }

  private static ObjectNode addNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = queue(params, cluster);
    return Wire.accepted(
        world.start(QueueWork.joining(cluster, queue, nodes(params, cluster)), fate));
  }

  private static ObjectNode removeNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimQueue queue = queue(params, cluster);
    return Wire.accepted(
        world.start(QueueWork.leaving(cluster, queue, nodes(params, cluster)), fate));
  }

  private static SimQueue queue(Params params, SimCluster cluster) {
    return cluster.queue(params.text("hpcqueue_id"));
  }

  private static List<SimNode> nodes(Params params, SimCluster cluster) {
    return params.list("nodelist").stream().map(cluster::computeNode).distinct().toList();
  }
}
