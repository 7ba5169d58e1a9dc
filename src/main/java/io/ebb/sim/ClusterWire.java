package io.ebb.sim;

import tools.jackson.databind.node.ObjectNode;

/// A cluster as `/cluster/list` shows it.
final class ClusterWire {
  private ClusterWire() {}

  static ObjectNode of(SimCluster cluster, boolean verbose) {
    ObjectNode row =
        Wire.object()
            .put("cluster_id", cluster.id())
            .put("cluster_name", cluster.name())
            .put("cluster_status", "active")
            .put("cluster_type", "ehpc")
            .put("transition_status", "")
            .put("app_cluster_id", cluster.appId())
            .put("create_time", Wire.time(cluster.createdAt()))
            .put("description", " ")
            .put("scheduler_type", "slurm")
            .put("paid_type", "PayForUsed")
            .put("nas_id", "")
            .put("nas_mount_point", "/home")
            .put("nas_path", "")
            .put("nas_shared_path", "")
            .put("total_node_count", cluster.nodes().size())
            .put("cpu_hours", 0.0)
            .put("mem_hours", 0.0)
            .put("pending_job_count", count(cluster, "pending"))
            .put("running_job_count", count(cluster, "running"))
            .put("finished_job_count", count(cluster, "finished"))
            .put("stopped_job_count", count(cluster, "exited"))
            .put("deleted_job_count", 0);
    row.putArray("cluster_sw");
    row.putObject("project_info").put("shared_status", "not_shared").put("project_role", "none");
    row.set("app_cluster", verbose ? appCluster(cluster) : Wire.object());
    return row;
  }

  private static ObjectNode appCluster(SimCluster cluster) {
    return Wire.object()
        .put("cluster_id", cluster.appId())
        .put("name", cluster.name())
        .put("status", "active")
        .put("node_count", cluster.nodes().size());
  }

  private static long count(SimCluster cluster, String status) {
    return cluster.jobs().stream().filter(job -> job.status().equals(status)).count();
  }
}
