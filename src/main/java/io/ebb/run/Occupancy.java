package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which nodes that have left their queues running jobs may still be using.
///
/// A job that names no host may be anywhere in its queue, hence on nodes that were in it when the
/// job started; one that surely started after they had left cannot be.
final class Occupancy {
  /// How far the service's clock, which start times are told by, may be off without our knowing.
  private static final Duration SKEW = Duration.ofSeconds(65);

  private final Instant leftBy;
  private final Set<String> runningThen;

  /// @param running the jobs that ran when all the nodes had left
  /// @param leftBy when that was seen, by the service's clock
  Occupancy(List<Job> running, Instant leftBy) {
    this(leftBy, running.stream().map(Job::id).toList());
  }

  private Occupancy(Instant leftBy, Collection<String> runningThen) {
    this.leftBy = leftBy;
    this.runningThen = Set.copyOf(runningThen);
  }

  /// As it was written down.
  static Occupancy of(Entry.JobsThen then) {
    return new Occupancy(then.seenAt(), then.running());
  }

  /// To be written down.
  ///
  /// @param busy those that are busy by it
  Entry.JobsThen entry(Map<Node, List<Job>> busy) {
    List<String> told =
        busy.values().stream().flatMap(List::stream).map(Job::id).distinct().toList();
    return new Entry.JobsThen(leftBy, runningThen.stream().sorted().toList(), told);
  }

  /// The busy ones among `nodes` with the jobs that may be using them.
  ///
  /// @param nodes the nodes as they were before they left
  /// @param now the moment, by the service's clock
  Map<Node, List<Job>> busy(Collection<Node> nodes, List<Job> jobs, Instant now) {
    Map<Node, List<Job>> busy = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Job> users = jobs.stream().filter(job -> mayUse(job, node, now)).toList();
      if (!users.isEmpty()) {
        busy.put(node, users);
      }
    }
    return busy;
  }

  private boolean mayUse(Job job, Node node, Instant now) {
    return job.mayUse(node) && !(job.hosts().isEmpty() && startedLater(job, now));
  }

  /// A start that is not known, or still to come, tells nothing.
  private boolean startedLater(Job job, Instant now) {
    Instant started = job.startedAt();
    return started != null
        && !runningThen.contains(job.id())
        && started.isAfter(leftBy.plus(SKEW))
        && !started.isAfter(now.plus(SKEW));
  }
}
