package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/job`: what users run, not operations.
final class JobEndpoints {
  private JobEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/job/list",
                "HpcJobListJobsResponse",
                Set.of("cluster_id", "jobs_status", "queue_name", "run_user"),
                JobEndpoints::list)
            .listing());
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    List<ObjectNode> rows =
        world.cluster(params.text("cluster_id")).jobs().stream()
            .filter(job -> Matches.exactly(params, "jobs_status", job.status()))
            .filter(job -> Matches.exactly(params, "run_user", job.facts().user()))
            .filter(
                job -> params.find("queue_name").map(job.facts().queue()::isCalled).orElse(true))
            .filter(job -> Matches.search(params, job.facts().name()))
            .map(JobWire::of)
            .toList();
    return Listing.page("hpc_job_set", rows, params);
  }
}
