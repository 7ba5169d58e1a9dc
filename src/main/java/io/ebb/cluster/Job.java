package io.ebb.cluster;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scheduler job: what users run on nodes. Never an [Operation].
///
/// @param id the API's id, `hpcjob-…`
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

  /// Copies the set.
  public Job {
    hosts = Set.copyOf(hosts);
  }

  /// Whether it occupies nodes now.
  public boolean running() {
    return status.equals("running");
  }

  /// Whether this running job may be using the node: it names the host, or it names no host at all
  /// and the node is in its queue. A job that names neither hosts nor a queue may be anywhere.
  public boolean mayUse(Node node) {
    if (!running() || node.role() != Role.COMPUTE) {
      return false;
    }
    return hosts.isEmpty()
        ? queue.isEmpty() || queue.equals(node.queue())
        : hosts.contains(node.host());
  }
}
