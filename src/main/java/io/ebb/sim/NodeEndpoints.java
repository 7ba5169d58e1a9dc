package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/cluster` that deal with nodes.
final class NodeEndpoints {
  private static final int MOST_NEW_NODES = 99;

  private NodeEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/cluster/listNodes", "HpcClusterGetClusterNodesResponse", NodeEndpoints::list)
            .needs("cluster_id")
            .takes("status", "verbose")
            .listing(),
        Endpoint.post("/cluster/addNodes", "HpcClusterAddClusterNodesResponse", NodeEndpoints::add)
            .needs("cluster_id")
            .takes("node_role", "node_count", "node_name", "private_ips", "resource_conf"),
        Endpoint.post(
                "/cluster/deleteNodes",
                "HpcClusterDeleteClusterNodesResponse",
                NodeEndpoints::delete)
            .needs("cluster_id", "node_ids")
            .alias("node_list", "node_ids"),
        Endpoint.post(
                "/cluster/restartNodes",
                "HpcClusterRestartClusterNodesResponse",
                NodeEndpoints::restart)
            .alsoAt("/cluster/resatrtNodes")
            .needs("cluster_id", "node_ids"));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimNode> nodes =
        cluster.nodes().stream()
            .filter(Matches.exactly(params, "status", SimNode::status))
            .filter(Matches.search(params, node -> node.facts().name()))
            .toList();
    return Listing.page(
        "hpc_app_nodes_set", nodes, node -> NodeWire.of(node, cluster, world.owner()), params);
  }

  private static ObjectNode add(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    String usual = cluster.type() == ClusterType.HPC ? "login" : "compute";
    SimRole role = SimRole.of(params.find("node_role").orElse(usual));
    int count = params.number("node_count", 1);
    List<String> ips = params.words("private_ips");
    if (count < 1 || count > MOST_NEW_NODES) {
      throw Refusal.malformed("node_count must be from 1 to " + MOST_NEW_NODES);
    }
    if (!ips.isEmpty() && ips.size() != count) {
      throw Refusal.malformed("private_ips must name one address for each node");
    }
    Births births = new Births(world);
    int first = cluster.nextSerial(role);
    List<SimNode> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = params.find("node_name").orElse(role.label(first + i));
      String ip = ips.isEmpty() ? world.ids().address() : ips.get(i);
      nodes.add(births.node(role, first + i, name, ip, Births.USUAL));
    }
    return Wire.accepted(world.start(NodeWork.creation(cluster, nodes), fate));
  }

  private static ObjectNode delete(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    return Wire.accepted(world.start(NodeWork.deletion(cluster, nodes(params, cluster)), fate));
  }

  private static ObjectNode restart(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    return Wire.accepted(world.start(NodeWork.restart(cluster, nodes(params, cluster)), fate));
  }

  private static List<SimNode> nodes(Params params, SimCluster cluster) {
    return params.list("node_ids").stream().map(cluster::node).toList();
  }
}
