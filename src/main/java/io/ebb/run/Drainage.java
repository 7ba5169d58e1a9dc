package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Waits until running jobs have left the nodes of a batch.
final class Drainage {
  private final RunContext context;
  private final Occupancy occupancy;
  private final Instant since;
  private final Instant deadline;

  /// @param clock when it began, and until when it waits: a restart resets neither (rule 4)
  Drainage(RunContext context, Entry.Deadline clock, Occupancy occupancy) {
    this.context = context;
    this.occupancy = occupancy;
    this.since = clock.at();
    this.deadline = clock.until();
  }

  /// Returns the nodes that are busy still when the time is over or the run is cancelled, with the
  /// jobs; empty when all are idle as far as the list of jobs tells.
  ///
  /// @param busy those that are busy now
  Map<Node, List<Job>> await(Collection<Node> nodes, Map<Node, List<Job>> busy) {
    Map<Node, List<Job>> still = busy;
    for (int look = 0; !still.isEmpty() && context.now().isBefore(deadline); look++) {
      tell(still);
      Duration rest = Duration.between(context.now(), deadline);
      Duration pause = context.pace.waitBefore(look);
      if (!context.cancellation.sleep(
          context.time, pause.compareTo(rest) < 0 ? pause : rest, Cancellation.Level.CANCELLED)) {
        return still;
      }
      still =
          context
              .glanceAtJobs()
              .map(jobs -> occupancy.busy(nodes, jobs, context.ehpc.serviceTime()))
              .orElse(still);
    }
    return still;
  }

  private void tell(Map<Node, List<Job>> busy) {
    List<String> jobs = numbers(busy);
    context.tell(
        new RunEvent.Waiting(
            "job %s may be using %s"
                .formatted(String.join(", ", jobs), String.join(", ", hosts(busy))),
            since,
            "the end of " + (jobs.size() == 1 ? "that job" : "those jobs"),
            deadline));
  }

  static List<String> hosts(Map<Node, List<Job>> busy) {
    return busy.keySet().stream().map(Node::host).toList();
  }

  static List<String> numbers(Map<Node, List<Job>> busy) {
    return busy.values().stream()
        .flatMap(List::stream)
        .map(job -> job.number().isEmpty() ? job.id() : job.number())
        .distinct()
        .toList();
  }
}
