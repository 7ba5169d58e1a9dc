package io.ebb.sim;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A queue as `/queue/ehpc/getQueueList` shows it.
final class QueueWire {
  private static final int MIB_PER_GIB = 1024;

  private QueueWire() {}

  static ObjectNode of(SimQueue queue, SimCluster cluster, String owner) {
    List<SimNode> members = cluster.members(queue);
    ObjectNode row =
        Wire.object()
            .put("hpcqueue_id", queue.id())
            .put("name", queue.name())
            .put("partition_name", queue.partition())
            .put("cluster_id", cluster.id())
            .put("default_queue", queue.isDefault() ? 1 : 0)
            .put("transition_status", queue.updating() ? "updating" : "")
            .put("create_time", Wire.time(queue.createdAt()))
            .put("update_time", Wire.time(queue.updatedAt()))
            .put("console_id", "qingcloud")
            .put("user_id", owner)
            .put("user_group", "");
    ArrayNode serials = row.putArray("nodelist");
    ArrayNode infos = row.putArray("node_info");
    for (SimNode node : members) {
      serials.add(node.facts().serial());
      infos.add(info(node, queue));
    }
    row.set("spec_detail", spec(queue, members));
    return row;
  }

  private static ObjectNode info(SimNode node, SimQueue queue) {
    return Wire.object()
        .put("node_id", node.id())
        .put("server_id", node.facts().serial())
        .put("name", node.facts().name())
        .put("status", node.status())
        .put("transition_status", node.transition().wire())
        .put("hpcqueue_id", queue.id());
  }

  private static ObjectNode spec(SimQueue queue, List<SimNode> members) {
    return Wire.object()
        .put("name", queue.name())
        .put("cpu_num", members.stream().mapToInt(node -> node.facts().cpu()).sum())
        .put("mem_size", members.stream().mapToInt(QueueWire::gib).sum())
        .put("gpu_num", 0)
        .put("unit_mem_size", members.stream().mapToInt(QueueWire::gib).findFirst().orElse(0))
        .put("unit_gpu_num", 0);
  }

  private static int gib(SimNode node) {
    return node.facts().memory() / MIB_PER_GIB;
  }
}
