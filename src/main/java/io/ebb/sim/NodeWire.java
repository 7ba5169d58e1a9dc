package io.ebb.sim;

import tools.jackson.databind.node.ObjectNode;

/// A node as `/cluster/listNodes` shows it.
final class NodeWire {
  private NodeWire() {}

  static ObjectNode of(SimNode node, SimCluster cluster, String owner) {
    SimNode.Facts facts = node.facts();
    ObjectNode row =
        Wire.object()
            .put("node_id", facts.id())
            .put("name", facts.name())
            .put("role", facts.role().wire())
            .put("server_id", facts.serial())
            .putNull("server_id_upper_bound")
            .put("global_server_id", 223_600_000 + facts.role().group() * 1000 + facts.serial())
            .put("group_id", facts.role().group())
            // The AppCenter id, not the one that was asked for.
            .put("cluster_id", cluster.appId())
            .put("status", node.status())
            .put("transition_status", node.transition().wire())
            .put("status_time", Wire.time(node.statusAt()))
            .put("create_time", Wire.time(facts.createdAt()))
            .put("health_status", facts.health())
            .put("alarm_status", "")
            .put("private_ip", facts.ip())
            .put("eip", "")
            .put("owner", owner);
    row.set("queue_info", queueInfo(node));
    return machine(row, facts);
  }

  private static ObjectNode queueInfo(SimNode node) {
    SimQueue queue = node.queue();
    return queue == null
        ? Wire.object()
        : Wire.object()
            .put("hpcqueue_id", queue.id())
            .put("name", queue.name())
            .put("partition_name", queue.partition());
  }

  private static ObjectNode machine(ObjectNode row, SimNode.Facts facts) {
    row.put("cpu", facts.cpu())
        .put("memory", facts.memory())
        .put("gpu", 0)
        .put("storage_size", 0)
        .put("cpu_model", "CascadeLake")
        .put("resource_class", 1101)
        .put("volume_type", 0)
        .put("app_id", "app-3nfkjxro")
        .put("app_version", "appv-1is7nks7")
        .put("image_id", "img-bzldftez")
        .put("instance_id", facts.id().replaceFirst("^[^-]*", "i"))
        .put("advanced_actions", "scale_horizontal,associate_eip")
        .put("user_access", 1)
        .put("vertical_scaling_policy", "parallel")
        .putNull("scale_in_service")
        .putNull("scale_out_service")
        // JSON text inside a string, as the real one sends it.
        .put("env", "{\"admin.password\": \"******\"}")
        .put("extra_vxnets", "[]");
    row.putObject("restart_service").put("cmd", "appctl restart").put("order", 2);
    row.putObject("health_check").put("interval_sec", 60).put("timeout_sec", 10);
    return row;
  }
}
