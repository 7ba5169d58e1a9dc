package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/cluster`.
final class ClusterEndpoints {
  private static final int MOST_NEW_NODES = 99;

  private ClusterEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/cluster/list",
                "HpcClusterListClusterResponse",
                Set.of(
                    "owner",
                    "cluster_id",
                    "cluster_type",
                    "run_user",
                    "shared_status",
                    "status",
                    "verbose"),
                ClusterEndpoints::list)
            .listing(),
        Endpoint.get(
                "/cluster/listNodes",
                "HpcClusterGetClusterNodesResponse",
                Set.of("cluster_id", "status", "verbose"),
                ClusterEndpoints::listNodes)
            .listing(),
        Endpoint.post(
            "/cluster/addNodes",
            "HpcClusterAddClusterNodesResponse",
            Set.of("cluster_id", "node_role", "node_count", "node_name", "private_ips"),
            ClusterEndpoints::addNodes),
        Endpoint.post(
            "/cluster/deleteNodes",
            "HpcClusterDeleteClusterNodesResponse",
            Set.of("cluster_id", "node_ids", "node_list"),
            ClusterEndpoints::deleteNodes));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    if (params.dialect().has(Variant.OWNER_REQUIRED)) {
      params.text("owner");
    }
    boolean verbose = params.number("verbose", 0) != 0;
    List<ObjectNode> rows =
        world.clusters().stream()
            .filter(cluster -> Matches.exactly(params, "cluster_id", cluster.id()))
            .filter(cluster -> Matches.exactly(params, "cluster_type", "ehpc"))
            .filter(cluster -> Matches.exactly(params, "status", "active"))
            .filter(cluster -> Matches.exactly(params, "shared_status", "not_shared"))
            .filter(cluster -> Matches.search(params, cluster.name()))
            .map(cluster -> ClusterWire.of(cluster, verbose))
            .toList();
    return Listing.page("cluster_set", rows, params);
  }

  private static ObjectNode listNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<ObjectNode> rows =
        cluster.nodes().stream()
            .filter(node -> Matches.exactly(params, "status", node.status()))
            .filter(node -> Matches.search(params, node.facts().name()))
            .map(node -> NodeWire.of(node, cluster, world.owner()))
            .toList();
    return Listing.page("hpc_app_nodes_set", rows, params);
  }

  private static ObjectNode addNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimRole role = role(params.find("node_role").orElse("compute"));
    int count = params.number("node_count", 1);
    List<String> ips = params.words("private_ips");
    if (count < 1 || count > MOST_NEW_NODES) {
      throw Refusal.malformed("node_count must be from 1 to " + MOST_NEW_NODES);
    }
    if (!ips.isEmpty() && ips.size() != count) {
      throw Refusal.malformed("private_ips must name one address for each node");
    }
    int first = cluster.nextSerial(role);
    List<SimNode> nodes =
        IntStream.range(0, count)
            .mapToObj(i ->
                Genesis.newNode(
                    world,
                    role,
                    first + i,
                    params.find("node_name").orElse(role.label(first + i)),
                    ips.isEmpty() ? world.ids().address() : ips.get(i)))
            .map(SimNode::creating)
            .toList();
    return Wire.accepted(world.start(new NodeCreation(cluster, nodes), fate));
  }

  private static SimRole role(String wire) {
    for (SimRole role : SimRole.values()) {
      if (role.wire().equals(wire)) {
        return role;
      }
    }
    throw Refusal.malformed("node_role [" + wire + "] is unknown");
  }

  private static ObjectNode deleteNodes(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimNode> nodes = params.list("node_ids", "node_list").stream().map(cluster::node).toList();
    return Wire.accepted(world.start(new NodeDeletion(cluster, nodes), fate));
  }
}
