package io.ebb.plan;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node to retire, frozen to its id when the plan was made, with the fingerprint that later looks
/// are compared with. A host name now carried by another id is never this target (rule 1).
///
/// @param id the node id; the only name a change is made under
/// @param host the host name at the time of planning, for people
/// @param serial the serial within the role at the time of planning
/// @param role what the node does
/// @param queue the id of the queue it was in; null when in none
/// @param status the status it had
/// @param jobs the ids of the running jobs that may have been using it
public record Target(
    String id,
    String host,
    int serial,
    Role role,
    @Nullable String queue,
    String status,
    List<String> jobs) {

  /// Copies the list.
  public Target {
    jobs = List.copyOf(jobs);
  }

  /// This target after it has left its queue, as later looks should find it.
  public Target outOfQueue() {
    return new Target(id, host, serial, role, null, status, jobs);
  }

  /// This target with the status and the jobs that it has now.
  Target as(Node now, List<Job> running) {
    return new Target(
        id, host, serial, role, queue, now.status(), running.stream().map(Job::id).toList());
  }

  /// Whether it is seen to be gone: no node has its id, and no queue lists its serial, unless
  /// another node has been given that serial since.
  public boolean absentFrom(Snapshot now) {
    boolean reused =
        now.nodes().stream().anyMatch(node -> node.role() == role && node.serial() == serial);
    boolean queued =
        role == Role.COMPUTE
            && now.queues().stream().anyMatch(queue -> queue.serials().contains(serial));
    return now.node(id).isEmpty() && (reused || !queued);
  }

  static Target of(Node node, JobIndex jobs) {
    return new Target(
        node.id(),
        node.host(),
        node.serial(),
        node.role(),
        node.queue(),
        node.status(),
        jobs.on(node).stream().map(Job::id).toList());
  }
}
