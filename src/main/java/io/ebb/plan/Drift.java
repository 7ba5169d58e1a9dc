package io.ebb.plan;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One difference between a target as planned and as it is now.
///
/// @param kind what differs
/// @param weight what follows from it
/// @param text the difference in a sentence
public record Drift(Kind kind, Weight weight, String text) {

  /// What can differ.
  public enum Kind {
    /// No node has this id any more. Nothing is left to do.
    GONE,
    /// Jobs run that were not there. They are waited for like the others, unless the plan does not
    /// wait or deletes nodes under their jobs.
    JOBS,
    /// The id stands for another host or role: whatever it is, it is not what was chosen.
    OTHER,
    /// Something is changing its queue. Changes wait for it.
    QUEUE,
    /// It is in another queue, or in none, or in one at last: somebody else is at work.
    MOVED,
    /// Its status is another one.
    STATUS,
    /// Something is changing it, or an operation of somebody else goes on there (rule 14).
    BUSY
  }

  /// What follows from a difference, lightest first.
  public enum Weight {
    /// Nothing: the plan says what to do about it.
    BENIGN,
    /// Before the plan is begun, somebody confirms the node once more; else it is left out.
    RECONFIRM,
    /// The node is left alone.
    BLOCKING
  }

  /// Whether a run that has begun leaves the node alone because of it. Nobody is asked to confirm
  /// then; jobs are what draining is for.
  public boolean stops() {
    return switch (kind) {
      case GONE, QUEUE, JOBS -> false;
      case OTHER, MOVED, STATUS, BUSY -> true;
    };
  }

  /// All differences; empty when the target is as it was.
  ///
  /// @param target the node as planned
  /// @param options how the plan retires it
  /// @param now the cluster as it is, without the run's own operations
  public static List<Drift> of(Target target, RetireOptions options, Snapshot now) {
    return of(target, options, now, now.node(target.id()).orElse(null));
  }

  static List<Drift> of(Target target, RetireOptions options, Snapshot now, @Nullable Node node) {
    if (node == null) {
      return List.of(benign(Kind.GONE, "%s (%s) is gone".formatted(target.host(), target.id())));
    }
    List<Drift> found = new ArrayList<>(ofItself(target, node));
    found.addAll(ofWhatGoesOn(node, now));
    ofJobs(target, options, now.jobsOn(node)).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static List<Drift> ofItself(Target target, Node node) {
    List<Drift> found = new ArrayList<>();
    if (!target.host().equals(node.host()) || target.role() != node.role()) {
      found.add(
          blocking(Kind.OTHER, "it was %s and is %s now".formatted(target.host(), node.host())));
    }
    if (!Objects.equals(target.queue(), node.queue())) {
      found.add(
          blocking(
              Kind.MOVED,
              "it was in %s and is in %s now"
                  .formatted(queue(target.queue()), queue(node.queue()))));
    }
    if (!target.status().equals(node.status())) {
      found.add(
          new Drift(
              Kind.STATUS,
              Weight.RECONFIRM,
              "it was %s and is %s now".formatted(target.status(), node.status())));
    }
    return found;
  }

  private static List<Drift> ofWhatGoesOn(Node node, Snapshot now) {
    List<Drift> found = new ArrayList<>();
    InFlight inFlight = new InFlight(now);
    inFlight.on(node).ifPresent(op -> found.add(blocking(Kind.BUSY, goesOn(op, "there"))));
    inFlight
        .onQueueOf(node)
        .ifPresent(op -> found.add(benign(Kind.QUEUE, goesOn(op, "at its queue"))));
    inFlight.changeOfQueueOf(node).ifPresent(change -> found.add(benign(Kind.QUEUE, change)));
    if (node.inTransition()) {
      found.add(blocking(Kind.BUSY, "it is " + node.transition()));
    }
    return found;
  }

  private static Optional<Drift> ofJobs(Target target, RetireOptions options, List<Job> jobs) {
    Set<String> more = new HashSet<>(jobs.stream().map(Job::id).toList());
    target.jobs().forEach(more::remove);
    if (more.isEmpty()) {
      return Optional.empty();
    }
    String text =
        "%d more %s may be using it".formatted(more.size(), more.size() == 1 ? "job" : "jobs");
    return Optional.of(
        options.waitsForJobs()
            ? benign(Kind.JOBS, text)
            : new Drift(
                Kind.JOBS, Weight.RECONFIRM, text + ", and the plan does not wait for their end"));
  }

  private static Drift benign(Kind kind, String text) {
    return new Drift(kind, Weight.BENIGN, text);
  }

  private static Drift blocking(Kind kind, String text) {
    return new Drift(kind, Weight.BLOCKING, text);
  }

  private static String goesOn(Operation operation, String where) {
    return "operation %s (%s) goes on %s".formatted(operation.id(), operation.action(), where);
  }

  private static String queue(@Nullable String queue) {
    return queue == null ? "no queue" : "queue " + queue;
  }
}
