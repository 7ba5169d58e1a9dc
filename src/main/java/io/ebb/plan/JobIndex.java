package io.ebb.plan;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The running jobs by the hosts that they name: of a large cluster, asking each job about each
/// node would take longer than all the rest of a plan.
final class JobIndex {
  private final Map<String, List<Job>> byHost = new HashMap<>();
  private final List<Job> withoutHost = new ArrayList<>();

  JobIndex(List<Job> jobs) {
    for (Job job : jobs) {
      job.hosts().forEach(host -> byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(job));
      if (job.hosts().isEmpty()) {
        withoutHost.add(job);
      }
    }
  }

  /// Those that may be using the node; first those that name it.
  List<Job> on(Node node) {
    return Stream.concat(byHost.getOrDefault(node.host(), List.of()).stream(), withoutHost.stream())
        .filter(job -> job.mayUse(node))
        .toList();
  }
}
