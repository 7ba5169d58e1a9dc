package io.ebb.cluster;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scheduler job: what users run on nodes. Never an [Operation].
///
/// @param id the API's id, `hpcjob-…`; the scheduler's number where there is none
/// @param number the scheduler's own number, for example `8812`; empty when unknown
/// @param name the job's name; empty when unknown
/// @param status `pending`, `running`, `finished`, `exited`, `cancelled`, or a value newer than
///   this version
/// @param queue the id of its queue; empty when unknown
/// @param hosts the hosts it runs on; empty when the API names none
/// @param user who runs it; empty when unknown
/// @param startedAt when it started; null when it has not, or the API did not say
public record Job(
    String id,
    String number,
    String name,
    String status,
    String queue,
    Set<String> hosts,
    String user,
    @Nullable Instant startedAt) {

  private static final Set<String> NOT_ON_NODES =
      Set.of("pending", "finished", "exited", "cancelled");

  /// Copies the set.
  public Job {
    hosts = Set.copyOf(hosts);
  }

  /// Whether it occupies nodes now. Any status counts that is neither waiting nor an end.
  public boolean occupies() {
    return !NOT_ON_NODES.contains(status);
  }

  /// Whether the job may be using the node now: it names the host, or it names no host at all and
  /// the node is in its queue or in none, which it may have left since the job started. A job that
  /// names neither hosts nor a queue may be anywhere.
  public boolean mayUse(Node node) {
    if (!occupies() || node.role() != Role.COMPUTE) {
      return false;
    }
    return hosts.isEmpty() ? mayReach(node.queue()) : hosts.contains(node.host());
  }

  private boolean mayReach(@Nullable String queueOfNode) {
    return queue.isEmpty() || queueOfNode == null || queue.equals(queueOfNode);
  }
}
