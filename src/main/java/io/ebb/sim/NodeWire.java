package io.ebb.sim;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A node as `/cluster/listNodes` shows it.
final class NodeWire {
  /// What is the same for all: the fields of AppCenter that nobody needs, in its spelling.
  private static final ObjectNode COMMON = common();

  private static final int GLOBAL_SERIALS = 223_600_000;
  private static final int SERIALS_PER_ROLE = 1_000_000;

  private NodeWire() {}

  static ObjectNode of(SimNode node, SimCluster cluster, String owner) {
    SimNode.Facts facts = node.facts();
    int group = facts.role().group();
    ObjectNode row =
        COMMON
            .deepCopy()
            .put("node_id", facts.id())
            .put("name", facts.name())
            .put("role", facts.role().wire())
            .put("server_id", facts.serial())
            .put("global_server_id", GLOBAL_SERIALS + group * SERIALS_PER_ROLE + facts.serial())
            .put("group_id", group)
            // The AppCenter id, not the one that was asked for.
            .put("cluster_id", cluster.facts().appId())
            .put("status", node.status())
            .put("transition_status", node.transition().wire())
            .put("status_time", Wire.time(node.statusAt()))
            .put("create_time", Wire.time(facts.createdAt()))
            .put("health_status", facts.health())
            .put("private_ip", facts.ip())
            .put("cpu", facts.cpu())
            .put("memory", facts.memory())
            .put("instance_id", facts.id().replaceFirst("^[^-]*", "i"))
            .put("owner", owner)
            .put("root_user_id", owner)
            .put("env", env(owner));
    row.set("queue_info", queueInfo(node));
    return row;
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

  /// JSON text inside a string, with account data that is masked.
  private static String env(String owner) {
    return Wire.object()
        .put("admin.user", "admin")
        .put("admin.password", "******")
        .put("admin.user_id", owner)
        .put("nas_path", "/home")
        .put("start_hook_on", 1)
        .toString();
  }

  private static ObjectNode common() {
    ObjectNode row =
        Wire.object()
            .put("alarm_status", "")
            .put("eip", "")
            .put("gpu", 0)
            .put("storage_size", 0)
            .put("cpu_model", "CascadeLake")
            .put("resource_class", 1101)
            .put("volume_type", 0)
            .put("app_id", "app-3nfkjxro")
            .put("app_version", "appv-1is7nks7")
            .put("image_id", "img-bzldftez")
            .put("advanced_actions", "scale_horizontal,associate_eip")
            .put("user_access", 1)
            .put("vertical_scaling_policy", "parallel")
            .put("console_id", "qingcloud")
            .put("controller", "self")
            .put("host_machine", "")
            .put("hypervisor", "kvm")
            .put("place_group_id", "plg-00000000")
            .put("repl", "rpp-00000000")
            .put("vxnet_id", "vxnet-0")
            .put("extra_vxnets", "[]")
            .put("agent_installed", 1)
            .put("iaas_agent_installed", 1)
            .put("multi_zone_policy", "")
            .put("eip_class", "")
            .put("custom_metadata_script", "");
    List.of(
            "server_id_upper_bound",
            "scale_in_service",
            "scale_out_service",
            "change_vxnet_service",
            "delete_snapshot_service",
            "backup_service",
            "restore_service",
            "upgrade_service",
            "destroy_service",
            "custom_service",
            "monitor")
        .forEach(row::putNull);
    row.putObject("init_service").put("cmd", "appctl init").put("order", 1);
    row.putObject("start_service").put("cmd", "appctl start").put("order", 2);
    row.putObject("stop_service").put("cmd", "appctl stop").put("order", 2);
    row.putObject("restart_service").put("cmd", "appctl restart").put("order", 2);
    row.putObject("health_check")
        .put("enable", true)
        .put("interval_sec", 60)
        .put("timeout_sec", 10)
        .put("healthy_threshold", 3)
        .put("unhealthy_threshold", 3);
    return row;
  }
}
