package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which nodes that have left their queues running jobs may still be using.
///
/// A job that names no host may be anywhere in its queue, hence on nodes that were in it when the
/// job started; one that started after they had left cannot be.
final class Occupancy {
  private final Instant leftBy;
  private final Set<String> runningThen;

  /// @param left the first look at which all the nodes had left
  Occupancy(Snapshot left) {
    this.leftBy = left.takenAt();
    this.runningThen = left.jobs().stream().map(Job::id).collect(Collectors.toSet());
  }

  /// The busy ones among `nodes` with the jobs that may be using them.
  ///
  /// @param nodes the nodes as they were before they left
  Map<Node, List<Job>> busy(Collection<Node> nodes, List<Job> jobs) {
    Map<Node, List<Job>> busy = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Job> users = jobs.stream().filter(job -> mayUse(job, node)).toList();
      if (!users.isEmpty()) {
        busy.put(node, users);
      }
    }
    return busy;
  }

  private boolean mayUse(Job job, Node node) {
    return job.mayUse(node) && (!job.hosts().isEmpty() || startedBefore(job));
  }

  private boolean startedBefore(Job job) {
    Instant started = job.startedAt();
    return runningThen.contains(job.id()) || started == null || !started.isAfter(leftBy);
  }
}
