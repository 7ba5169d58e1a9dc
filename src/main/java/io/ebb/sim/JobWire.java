package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A scheduler job as lists and details show it.
final class JobWire {
  private JobWire() {}

  /// As `/job/list` shows it.
  static ObjectNode of(SimJob job) {
    SimJob.Facts facts = job.facts();
    SimQueue queue = facts.queue();
    return Wire.object()
        .put("hpcjob_uuid", facts.id())
        .put("job_id", String.valueOf(facts.number()))
        .put("job_name", facts.name())
        .put("job_status", job.status().wire())
        .put("hpcqueue_id", queue.id())
        // In the list, name is the queue's.
        .put("name", queue.name())
        .put("queue_name", queue.name())
        .put("hpq_name", queue.name())
        .put("scheduler_queue_name", queue.partition())
        .put("job_node_list", nodeList(job))
        .put("core_limit", facts.cores())
        .put("mem_limit", 0)
        .put("job_priority", 0)
        .put("cmd_line", facts.command())
        .put("exec_cwd", "/home/" + facts.user())
        .put("run_user", facts.user())
        .put("submitted_time", Wire.time(facts.submittedAt()))
        .put("started_time", Wire.time(job.startedAt()))
        .put("modified_time", Wire.time(job.modifiedAt()))
        .put("stdout_redirect_path", "")
        .put("stderr_redirect_path", "");
  }

  /// Only a job that has started has nodes; one without shows an empty list in a string.
  private static String nodeList(SimJob job) {
    return job.hosts().isEmpty() ? "[]" : String.join(",", job.hosts());
  }

  /// As `/job/jobdetail` shows it: some numbers are text here, and times lack their Z.
  static ObjectNode detail(SimJob job, SimCluster cluster, Instant now) {
    SimJob.Facts facts = job.facts();
    boolean waits = job.status() == SimJob.Status.PENDING;
    return of(job)
        .put("job_id", facts.number())
        .put("scheduler_jobid", String.valueOf(facts.number()))
        .put("core_limit", String.valueOf(facts.cores()))
        .put("submitted_time", bare(facts.submittedAt()))
        .put("started_time", bare(job.startedAt()))
        .put("modified_time", bare(job.modifiedAt()))
        .put("end_time", bare(job.endedAt()))
        .put("end_status", job.over() ? job.status().wire() : "")
        .put("run_time", String.valueOf(runTime(job, now).toSeconds()))
        .put("reason", waits ? "Resources" : "None")
        .put("pend_reason", waits ? "Resources" : "")
        .put("slots_num", facts.cores())
        .put("cpu_usage", 0)
        .put("mem", 0)
        .put("swap", 0)
        .put("idle", "0")
        .put("resources", "")
        .put("is_delete", 0)
        .put("cluster_id", cluster.id())
        .put("cluster_type", cluster.type().wire())
        .put("output_dir", "/home/" + facts.user());
  }

  private static String bare(@Nullable Instant at) {
    return Wire.time(at).replace("Z", "");
  }

  private static Duration runTime(SimJob job, Instant now) {
    Instant start = job.startedAt();
    return start == null
        ? Duration.ZERO
        : Duration.between(start, Objects.requireNonNullElse(job.endedAt(), now));
  }
}
