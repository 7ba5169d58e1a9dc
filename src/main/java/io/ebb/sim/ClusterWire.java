package io.ebb.sim;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A cluster as `/cluster/list` shows it.
final class ClusterWire {
  private ClusterWire() {}

  static ObjectNode of(SimCluster cluster, boolean verbose) {
    ObjectNode row =
        Wire.object()
            .put("cluster_id", cluster.id())
            .put("cluster_name", cluster.name())
            .put("cluster_status", cluster.status().wire())
            .put("cluster_type", cluster.type().wire())
            .put("transition_status", cluster.transition().wire())
            .put("app_cluster_id", cluster.facts().appId())
            .put("create_time", Wire.time(cluster.facts().createdAt()))
            // A blank when there is none.
            .put("description", cluster.description().isEmpty() ? " " : cluster.description())
            .put("scheduler_type", cluster.type() == ClusterType.HPC ? "默认调度器" : "slurm")
            .put("paid_type", "PayForUsed")
            .put("nas_id", "")
            .put("nas_mount_point", "/home")
            .put("nas_path", "")
            .put("nas_shared_path", "")
            .put("total_node_count", cluster.nodeCount())
            .put("cpu_hours", 0.0)
            .put("mem_hours", 0.0);
    counters(row, cluster.jobs());
    row.putArray("cluster_sw");
    row.putObject("project_info").put("shared_status", "not_shared").put("project_role", "none");
    row.set("app_cluster", verbose ? appCluster(cluster) : Wire.object());
    return row;
  }

  private static void counters(ObjectNode row, SimJobs jobs) {
    row.put("pending_job_count", jobs.count(SimJob.Status.PENDING))
        .put("running_job_count", jobs.count(SimJob.Status.RUNNING))
        .put("finished_job_count", jobs.count(SimJob.Status.FINISHED))
        .put(
            "stopped_job_count",
            jobs.count(SimJob.Status.EXITED) + jobs.count(SimJob.Status.CANCELLED))
        .put("deleted_job_count", jobs.deleted());
  }

  private static ObjectNode appCluster(SimCluster cluster) {
    ObjectNode app =
        Wire.object()
            .put("cluster_id", cluster.facts().appId())
            .put("name", cluster.name())
            .put("status", cluster.status().wire())
            .put("transition_status", cluster.transition().wire())
            .put("app_id", "app-3nfkjxro")
            .put("app_version", "appv-1is7nks7")
            .put("create_time", Wire.time(cluster.facts().createdAt()))
            .put("node_count", cluster.nodeCount());
    ObjectNode roles = app.putObject("role_count");
    Stream.of(SimRole.values())
        .filter(cluster.type().roles()::contains)
        .forEach(role -> roles.put(role.wire(), count(cluster, role)));
    return app;
  }

  private static long count(SimCluster cluster, SimRole role) {
    return cluster.nodes().stream().filter(node -> node.is(role)).count();
  }
}
