package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints for queues of shared clusters.
final class SharedQueueEndpoints {
  private SharedQueueEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/queue/getCurrentQueue",
                "HpcQueueGetCurrentQueueResponse",
                SharedQueueEndpoints::list)
            .needs("cluster_id")
            .takes("belong")
            .listing(),
        Endpoint.post(
                "/queue/bindPrivateQueue",
                "HpcQueueBindPrivateQueueResponse",
                SharedQueueEndpoints::bind)
            .needs("name", "type_id", "paid_type")
            .takes("cluster_id", "duration", "is_auto_renewal"),
        Endpoint.post(
                "/queue/unbindPrivateQueue",
                "HpcQueueUnbindPrivateQueueResponse",
                SharedQueueEndpoints::unbind)
            .needs("ids")
            .takes("cluster_id"));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    String belong =
        params.find("belong").isEmpty() ? "-1" : params.oneOf("belong", Set.of("-1", "0", "1"));
    List<SimQueue> queues =
        cluster.queues().stream()
            .filter(queue -> queue.facts().rent() != null)
            .filter(queue -> belongs(queue, belong))
            .filter(Matches.search(params, queue -> queue.id() + " " + queue.name()))
            .toList();
    return Listing.page(
        "queues_set",
        queues,
        queue -> SharedQueueWire.of(queue, rent(queue), cluster, world.owner()),
        params);
  }

  private static boolean belongs(SimQueue queue, String belong) {
    return belong.equals("-1") || rent(queue).shared() == belong.equals("0");
  }

  private static Rent rent(SimQueue queue) {
    return Objects.requireNonNull(queue.facts().rent(), "a queue of a dedicated cluster");
  }

  private static ObjectNode bind(Params params, World world, Fate fate) {
    ClusterOrder.contract(params);
    SimCluster cluster = cluster(params, world);
    cluster.requireUsable();
    Rent rent =
        new Rent(
            false,
            params.text("type_id"),
            params.text("paid_type"),
            params.number("duration", 0),
            params.number("is_auto_renewal", 0) != 0,
            world.now());
    SimQueue queue = new Births(world).privateQueue(params.text("name"), rent);
    cluster.queues().add(queue);
    return Wire.object().put("queue_id", queue.id());
  }

  private static ObjectNode unbind(Params params, World world, Fate fate) {
    SimCluster cluster = cluster(params, world);
    cluster.requireUsable();
    List<SimQueue> queues = params.list("ids").stream().map(cluster::queue).toList();
    queues.forEach(queue -> requireUnused(cluster, queue));
    cluster.queues().removeAll(queues);
    return Wire.object();
  }

  private static void requireUnused(SimCluster cluster, SimQueue queue) {
    if (rent(queue).shared()) {
      throw Refusal.conflict("queue [" + queue.id() + "] is shared and cannot be unbound");
    }
    if (cluster.jobs().live().stream().anyMatch(job -> job.facts().queue().equals(queue))) {
      throw Refusal.conflict("queue [" + queue.id() + "] still has jobs");
    }
  }

  /// The shared cluster meant: the only one, unless it is named.
  private static SimCluster cluster(Params params, World world) {
    List<String> named = params.words("cluster_id");
    return world.clusters().stream()
        .filter(cluster -> cluster.type() == ClusterType.HPC)
        .filter(Matches.any(named, cluster -> List.of(cluster.id())))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("HPC cluster", String.join(" ", named)));
  }
}
