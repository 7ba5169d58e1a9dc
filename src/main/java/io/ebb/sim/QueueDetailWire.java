package io.ebb.sim;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A queue as `/queue/describeQueue` shows it: with slots and counted jobs.
final class QueueDetailWire {
  private QueueDetailWire() {}

  static ObjectNode of(SimQueue queue, SimCluster cluster, String owner) {
    Collection<SimNode> members = queue.members();
    ObjectNode row =
        QueueWire.head(queue, cluster, owner)
            .put("scheduler_queue_name", queue.partition())
            .put("categories", SharedQueueWire.category(queue))
            .put("compute_num", members.size())
            .put("node_num", members.size());
    row.set("node_list", serials(members));
    Rent rent = queue.facts().rent();
    int cores =
        rent == null
            ? members.stream().mapToInt(node -> node.facts().cpu()).sum()
            : rent.machines() * Rent.CORES;
    int gib =
        rent == null ? members.stream().mapToInt(QueueWire::gib).sum() : rent.machines() * Rent.GIB;
    slots(row, cores, gib, jobs(queue, cluster));
    row.set(
        "spec_detail", rent == null ? QueueWire.spec(queue) : SharedQueueWire.spec(queue, rent));
    return row;
  }

  /// Numbers that the service does not know come as empty text.
  private static void slots(ObjectNode row, int cores, int gib, List<SimJob> jobs) {
    int used = jobs.stream().filter(SimJob::running).mapToInt(job -> job.facts().cores()).sum();
    row.put("total_slots", cores)
        .put("avail_slots", Math.max(0, cores - used))
        .put("free_slots", "")
        .put("total_mems", gib)
        .put("avail_mems", gib)
        .put("total_gpus", 0)
        .put("avail_gpus", 0)
        .put("njobs", jobs.size())
        .put("npend", count(jobs, SimJob.Status.PENDING))
        .put("nrun", count(jobs, SimJob.Status.RUNNING))
        .put("nstop", 0)
        .put("belong", "")
        .put("duration", "")
        .put("is_bind", "");
  }

  private static List<SimJob> jobs(SimQueue queue, SimCluster cluster) {
    return cluster.jobs().live().stream().filter(job -> job.facts().queue().equals(queue)).toList();
  }

  private static long count(List<SimJob> jobs, SimJob.Status status) {
    return jobs.stream().filter(job -> job.status() == status).count();
  }

  /// Null when there are none.
  private static JsonNode serials(Collection<SimNode> members) {
    ArrayNode serials = Wire.object().arrayNode();
    members.forEach(node -> serials.add(node.facts().serial()));
    return serials.isEmpty() ? serials.nullNode() : serials;
  }
}
