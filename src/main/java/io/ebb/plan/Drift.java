package io.ebb.plan;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One difference between a target as planned and as it is now.
///
/// @param kind what differs
/// @param text the difference in a sentence
public record Drift(Kind kind, String text) {

  /// What can differ.
  public enum Kind {
    /// No node has this id any more. Nothing is left to do.
    GONE(false),
    /// Jobs run that were not there. They are waited for like the others.
    JOBS(false),
    /// The id stands for another host or role: whatever it is, it is not what was chosen.
    OTHER(true),
    /// Something is changing its queue. Changes wait for it.
    QUEUE(false),
    /// It is in another queue, or in none, or in one at last: somebody else is at work.
    MOVED(true),
    /// Its status is another one.
    STATUS(true),
    /// Something is changing it, or an operation of somebody else goes on there (rule 14).
    BUSY(true);

    private final boolean blocking;

    Kind(boolean blocking) {
      this.blocking = blocking;
    }

    /// Whether the node is left alone because of it; else the difference is benign.
    public boolean blocking() {
      return blocking;
    }
  }

  /// All differences; empty when the target is as it was.
  ///
  /// @param target the node as planned
  /// @param now the cluster as it is, without the run's own operations
  public static List<Drift> of(Target target, Snapshot now) {
    return now.node(target.id())
        .map(node -> of(target, node, now))
        .orElseGet(() ->
            List.of(new Drift(Kind.GONE, "%s (%s) is gone".formatted(target.host(), target.id()))));
  }

  private static List<Drift> of(Target target, Node node, Snapshot now) {
    List<Drift> found = new ArrayList<>();
    if (!target.host().equals(node.host()) || target.role() != node.role()) {
      found.add(
          new Drift(Kind.OTHER, "it was %s and is %s now".formatted(target.host(), node.host())));
    }
    if (!Objects.equals(target.queue(), node.queue())) {
      found.add(
          new Drift(
              Kind.MOVED,
              "it was in %s and is in %s now"
                  .formatted(queue(target.queue()), queue(node.queue()))));
    }
    if (!target.status().equals(node.status())) {
      found.add(
          new Drift(
              Kind.STATUS, "it was %s and is %s now".formatted(target.status(), node.status())));
    }
    InFlight inFlight = new InFlight(now);
    inFlight.on(node).ifPresent(op -> found.add(drift(Kind.BUSY, op, "there")));
    inFlight.onQueueOf(node).ifPresent(op -> found.add(drift(Kind.QUEUE, op, "at its queue")));
    inFlight.changeOfQueueOf(node).ifPresent(change -> found.add(new Drift(Kind.QUEUE, change)));
    if (node.inTransition()) {
      found.add(new Drift(Kind.BUSY, "it is " + node.transition()));
    }
    Set<String> jobs = new HashSet<>(now.jobsOn(node).stream().map(Job::id).toList());
    target.jobs().forEach(jobs::remove);
    if (!jobs.isEmpty()) {
      found.add(new Drift(Kind.JOBS, jobs.size() + " more jobs may be using it"));
    }
    return found;
  }

  private static Drift drift(Kind kind, Operation operation, String where) {
    return new Drift(
        kind, "operation %s (%s) goes on %s".formatted(operation.id(), operation.action(), where));
  }

  private static String queue(@Nullable String queue) {
    return queue == null ? "no queue" : "queue " + queue;
  }
}
