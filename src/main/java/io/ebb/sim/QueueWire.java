package io.ebb.sim;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A queue of a dedicated cluster as `/queue/ehpc/getQueueList` shows it.
final class QueueWire {
  private static final int MIB_PER_GIB = 1024;

  private QueueWire() {}

  static ObjectNode of(SimQueue queue, SimCluster cluster, String owner) {
    ObjectNode row =
        head(queue, cluster, owner)
            .put("partition_name", queue.partition())
            .put("default_queue", queue.facts().isDefault() ? 1 : 0)
            .put("transition_status", queue.transition().wire());
    ArrayNode serials = row.putArray("nodelist");
    ArrayNode infos = row.putArray("node_info");
    for (SimNode node : queue.members()) {
      serials.add(node.facts().serial());
      infos.add(info(node, queue));
    }
    row.set("spec_detail", spec(queue));
    return row;
  }

  /// What a queue of any kind shows in any list.
  static ObjectNode head(SimQueue queue, SimCluster cluster, String owner) {
    return Wire.object()
        .put("hpcqueue_id", queue.id())
        .put("name", queue.name())
        .put("cluster_id", cluster.id())
        .put("create_time", Wire.time(queue.facts().createdAt()))
        .put("update_time", Wire.time(queue.updatedAt()))
        .put("console_id", "qingcloud")
        .put("user_id", owner)
        .put("user_group", "");
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

  /// The totals over the nodes of a queue; memory in GiB.
  static ObjectNode spec(SimQueue queue) {
    Collection<SimNode> members = queue.members();
    return Wire.object()
        .put("name", queue.name())
        .put("cpu_num", members.stream().mapToInt(node -> node.facts().cpu()).sum())
        .put("mem_size", members.stream().mapToInt(QueueWire::gib).sum())
        .put("gpu_num", 0)
        .put("unit_mem_size", members.stream().mapToInt(QueueWire::gib).findFirst().orElse(0))
        .put("unit_gpu_num", 0);
  }

  static int gib(SimNode node) {
    return node.facts().memory() / MIB_PER_GIB;
  }
}
