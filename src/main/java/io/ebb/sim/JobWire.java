package io.ebb.sim;

import tools.jackson.databind.node.ObjectNode;

/// A scheduler job as `/job/list` shows it.
final class JobWire {
  private JobWire() {}

  static ObjectNode of(SimJob job) {
    SimJob.Facts facts = job.facts();
    SimQueue queue = facts.queue();
    return Wire.object()
        .put("hpcjob_uuid", facts.id())
        .put("job_id", String.valueOf(facts.number()))
        .put("job_name", facts.name())
        .put("job_status", job.status())
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
        .put("cmd_line", "srun ./" + facts.name())
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
    boolean placed = job.startedAt() != null && !job.facts().hosts().isEmpty();
    return placed ? String.join(",", job.facts().hosts()) : "[]";
  }
}
