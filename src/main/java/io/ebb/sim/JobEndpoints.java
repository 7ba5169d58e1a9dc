package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import io.ebb.sim.SimOperation.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/job`: what users run, not operations.
final class JobEndpoints {
  private JobEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/job/list", "HpcJobListJobsResponse", JobEndpoints::list)
            .needs("cluster_id")
            .takes("jobs_status", "queue_name", "run_user")
            .listing(),
        Endpoint.post("/job/submitJob", "HpcJobSubmitJobResponse", JobEndpoints::submit)
            .needs("cluster_id", "run_user", "name", "cmd_line", "submit_type")
            .takes("core_limit", "hpcqueue_id", "input_file", "priority", "mem_limit")
            .takes("time_limit", "resource_limit", "scheduler_queue_name", "cmd_line_type")
            .takes("stdout_redirect_path", "stderr_redirect_path"),
        Endpoint.post("/job/stopJobs", "HpcJobStopJobsResponse", JobEndpoints::stop)
            .needs("cluster_id", "job_ids"),
        Endpoint.post("/job/deleteJobs", "HpcJobDeleteJobsResponse", JobEndpoints::delete)
            .needs("cluster_id", "job_ids"),
        Endpoint.get(
                "/job/jobdetail/{job_uuid}", "HpcJobGetJobDetailResponse", JobEndpoints::detail)
            .needs("cluster_id"));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    List<SimJob> jobs =
        world.cluster(params.text("cluster_id")).jobs().all().stream()
            .filter(Matches.exactly(params, "jobs_status", job -> job.status().wire()))
            .filter(Matches.exactly(params, "run_user", job -> job.facts().user()))
            .filter(
                job -> params.find("queue_name").map(job.facts().queue()::isCalled).orElse(true))
            .filter(Matches.search(params, job -> job.facts().name()))
            .toList();
    return Listing.page("hpc_job_set", jobs, JobWire::of, params);
  }

  private static ObjectNode submit(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    params.oneOf("submit_type", Set.of("0", "1"));
    int cores = params.number("core_limit", 1);
    if (cores < 1) {
      throw Refusal.malformed("core_limit must be at least 1");
    }
    SimQueue queue = queue(params, cluster);
    cluster.requireUsable();
    SimJob job =
        new SimJob(
            new SimJob.Facts(
                world.ids().next("hpcjob"),
                world.ids().jobNumber(),
                params.text("name"),
                queue,
                List.of(),
                true,
                params.text("run_user"),
                cores,
                params.text("cmd_line"),
                world.now(),
                world.now(),
                world.spans().job(),
                limit(params).orElse(null)));
    cluster.jobs().add(job);
    return Wire.object()
        .put("hpcjob_uuid", job.id())
        .put("job_id", String.valueOf(job.facts().number()))
        .put("job_status", job.status().wire());
  }

  /// In minutes, as Slurm counts; the documentation gives no unit.
  private static Optional<Duration> limit(Params params) {
    return Optional.of(params.number("time_limit", 0))
        .filter(minutes -> minutes > 0)
        .map(Duration::ofMinutes);
  }

  private static SimQueue queue(Params params, SimCluster cluster) {
    return params
        .find("hpcqueue_id")
        .map(cluster::queue)
        .or(() -> params.find("scheduler_queue_name").map(cluster::queueOf))
        .or(cluster::defaultQueue)
        .orElseThrow(() -> Refusal.notFound("default queue of cluster", cluster.id()));
  }

  private static ObjectNode stop(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimJob> jobs = jobs(params, cluster);
    Work work =
        Work.in(cluster, Task.STOP_JOBS)
            .names(jobs.stream().map(SimJob::id).toList())
            .given(() -> jobs.forEach(JobEndpoints::requireLive))
            .does(log -> jobs.stream().filter(job -> !job.over()).forEach(job -> cancel(job, log)));
    String operation = world.start(work, fate);
    ObjectNode reply = Wire.object();
    ArrayNode results = reply.putArray("custom_cmd_result");
    for (SimJob job : jobs) {
      String result = "{\"job_ids\": \"" + job.facts().number() + "\", \"ret_code\": 0}";
      reply.put(String.valueOf(results.size()), result);
      results.add(result);
    }
    // Documented under this name, and an operation all the same.
    return reply.put("job_uuid", operation);
  }

  private static void requireLive(SimJob job) {
    if (job.over()) {
      throw Refusal.conflict("job [" + job.id() + "] is " + job.status().wire());
    }
  }

  private static void cancel(SimJob job, Log log) {
    job.cancel(log.at());
    log.job(Kind.JOB_CANCELLED, job);
  }

  private static ObjectNode delete(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    List<SimJob> jobs = jobs(params, cluster);
    cluster.requireUsable();
    jobs.stream()
        .filter(job -> !job.over())
        .findFirst()
        .ifPresent(job -> {
          throw Refusal.conflict("job [" + job.id() + "] is " + job.status().wire());
        });
    jobs.forEach(cluster.jobs()::delete);
    return Wire.object();
  }

  private static List<SimJob> jobs(Params params, SimCluster cluster) {
    return params.list("job_ids").stream().map(cluster.jobs()::job).toList();
  }

  private static ObjectNode detail(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimJob job = cluster.jobs().job(params.text("job_uuid"));
    ObjectNode reply = Wire.object();
    reply.putArray("hpc_job_set").add(JobWire.detail(job, cluster, world.now()));
    return reply;
  }
}
