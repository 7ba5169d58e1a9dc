package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/cluster` that deal with whole clusters.
final class ClusterEndpoints {
  private ClusterEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/cluster/list", "HpcClusterListClusterResponse", ClusterEndpoints::list)
            .takes("owner", "cluster_id", "cluster_type", "run_user", "shared_status")
            .takes("status", "verbose")
            .listing(),
        Endpoint.post(
                "/cluster/createCluster",
                "HpcClusterCreateClusterResponse",
                ClusterEndpoints::create)
            .needs("cluster_type", "version_id", "owner", "gid_number", "uid_number")
            .needs("cluster_conf", "paid_type", "is_auto_renewal", "duration")
            .takes(ClusterOrder.OPTIONAL),
        Endpoint.post(
                "/cluster/modifyCluster",
                "HpcClusterModifyClusterResponse",
                ClusterEndpoints::modify)
            .needs("cluster_id")
            .takes("cluster_name", "description"),
        Endpoint.post(
                "/cluster/deleteCluster",
                "HpcClusterDeleteClusterResponse",
                ClusterEndpoints::delete)
            .needs("cluster_ids", "run_user")
            .takes("unlease")
            .alias("cluster_id", "cluster_ids"),
        Endpoint.post(
                "/cluster/startCluster", "HpcClusterStartClusterResponse", ClusterEndpoints::start)
            .alsoAt("/cluster/startClusrer")
            .needs("cluster_ids"),
        Endpoint.post(
                "/cluster/stopCluster", "HpcClusterStopClusterResponse", ClusterEndpoints::stop)
            .needs("cluster_ids"),
        Endpoint.post(
                "/cluster/resizeCluster",
                "HpcClusterResizeClusterResponse",
                ClusterEndpoints::resize)
            .needs("cluster_id", "node_role", "cpu", "memory")
            .takes("instance_class", "storage_size"));
  }

  /// `owner` and `run_user` select nothing: there is one account, and all its clusters are its own.
  private static ObjectNode list(Params params, World world, Fate fate) {
    boolean verbose = params.number("verbose", 0) != 0;
    List<SimCluster> clusters =
        world.clusters().stream()
            .filter(Matches.exactly(params, "cluster_id", SimCluster::id))
            .filter(Matches.exactly(params, "cluster_type", cluster -> cluster.type().wire()))
            .filter(Matches.exactly(params, "status", cluster -> cluster.status().wire()))
            .filter(Matches.exactly(params, "shared_status", _ -> "not_shared"))
            .filter(Matches.search(params, SimCluster::name))
            .sorted(Comparator.comparing(cluster -> cluster.facts().createdAt()))
            .toList();
    return Listing.page(
        "cluster_set", clusters, cluster -> ClusterWire.of(cluster, verbose), params);
  }

  private static ObjectNode create(Params params, World world, Fate fate) {
    SimCluster cluster = ClusterOrder.read(params).cluster(world);
    String operation = world.start(ClusterWork.creation(world, cluster), fate);
    return Wire.object().put("hpc_cluster_id", cluster.id()).put("job_id", operation);
  }

  private static ObjectNode modify(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    cluster.requireIdle();
    params.find("cluster_name").ifPresent(cluster::rename);
    params.find("description").ifPresent(cluster::describe);
    return Wire.object();
  }

  private static ObjectNode delete(Params params, World world, Fate fate) {
    List<SimCluster> clusters = clusters(params, world);
    String operation = world.start(ClusterWork.deletion(world, clusters), fate);
    ObjectNode reply = Wire.object();
    clusters.forEach(cluster -> reply.withArrayProperty("hpc_cluster_id").add(cluster.id()));
    return reply.put("job_id", operation);
  }

  private static ObjectNode start(Params params, World world, Fate fate) {
    return Wire.accepted(world.start(ClusterWork.start(clusters(params, world)), fate));
  }

  private static ObjectNode stop(Params params, World world, Fate fate) {
    return Wire.accepted(world.start(ClusterWork.stop(clusters(params, world)), fate));
  }

  private static List<SimCluster> clusters(Params params, World world) {
    return params.list("cluster_ids").stream().map(world::cluster).toList();
  }

  private static ObjectNode resize(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimRole role = SimRole.of(params.text("node_role"));
    if (!cluster.type().roles().contains(role)) {
      throw Refusal.malformed("a cluster of this type has no " + role.wire() + " nodes");
    }
    Size size = Size.read(params);
    ObjectNode reply = Wire.accepted(world.start(NodeWork.resizing(cluster, role, size), fate));
    reply
        .putArray("resize_info")
        .addObject()
        .put("role", role.wire())
        .put("cpu", size.cpu())
        .put("memory", size.memory())
        .put("gpu", 0)
        .put("cpu_model", "CascadeLake")
        .put("resource_class", 1202)
        .put("volume_type", 0);
    return reply;
  }
}
