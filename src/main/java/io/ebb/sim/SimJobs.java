package io.ebb.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scheduler jobs of a cluster, over ones included.
final class SimJobs {
  private final Map<String, SimJob> jobs = new LinkedHashMap<>();
  private final List<SimJob> live = new ArrayList<>();
  private int deleted;

  void add(SimJob job) {
    jobs.put(job.id(), job);
    live.add(job);
  }

  /// All, in the order they came.
  List<SimJob> all() {
    return List.copyOf(jobs.values());
  }

  /// Those that are not over, in the order they came.
  List<SimJob> live() {
    live.removeIf(SimJob::over);
    return live;
  }

  SimJob job(String id) {
    return Optional.ofNullable(jobs.get(id)).orElseThrow(() -> Refusal.notFound("job", id));
  }

  void delete(SimJob job) {
    jobs.remove(job.id());
    deleted++;
  }

  long count(SimJob.Status status) {
    return jobs.values().stream().filter(job -> job.status() == status).count();
  }

  int deleted() {
    return deleted;
  }
}
