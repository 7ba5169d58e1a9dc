package io.ebb.sim;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// A queue of a shared cluster as `/queue/getCurrentQueue` shows it.
final class SharedQueueWire {
  private static final Duration MONTH = Duration.ofDays(30);

  private SharedQueueWire() {}

  static ObjectNode of(SimQueue queue, Rent rent, SimCluster cluster, String owner) {
    ObjectNode row =
        QueueWire.head(queue, cluster, owner)
            .put("type_id", rent.typeId())
            .put("categories", category(queue))
            .put("scheduler_queue_name", queue.partition())
            .put("paid_type", rent.paidType())
            .put("price", "0")
            .put("rent_start_time", rent.shared() ? "" : Wire.time(rent.since()))
            .put("rent_end_time", end(rent));
    if (rent.shared()) {
      // Numbers that mean nothing for a shared queue come as empty text.
      row.put("belong", 0).put("is_bind", "").put("is_auto_renewal", "").put("duration", "");
    } else {
      row.put("belong", 1)
          .put("is_bind", 1)
          .put("is_auto_renewal", rent.renews() ? 1 : 0)
          .put("duration", rent.months());
    }
    row.set("spec_detail", spec(queue, rent));
    return row;
  }

  private static String end(Rent rent) {
    return rent.months() == 0
        ? ""
        : Wire.time(rent.since().plus(MONTH.multipliedBy(rent.months())));
  }

  /// The kind of the queue, as words; that of a dedicated cluster is documented in passing.
  static String category(SimQueue queue) {
    Rent rent = queue.facts().rent();
    return rent == null ? "dedicated_queue" : rent.shared() ? "share_queue" : "private_queue";
  }

  /// What the machines of the queue have; memory in GiB.
  static ObjectNode spec(SimQueue queue, Rent rent) {
    return Wire.object()
        .put("hpcqueue_type_id", rent.typeId())
        .put("name", queue.name())
        .put("cpu_num", rent.machines() * Rent.CORES)
        .put("mem_size", rent.machines() * Rent.GIB)
        .put("gpu_num", 0)
        .put("node_num", rent.machines())
        .putNull("node_list")
        .put("unit_cpu_num", Rent.CORES)
        .put("unit_mem_size", Rent.GIB)
        .put("unit_gpu_num", 0)
        .put("create_time", Wire.time(queue.facts().createdAt()));
  }
}
