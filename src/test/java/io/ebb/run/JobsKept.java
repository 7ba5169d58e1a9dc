package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.plan.Plan;
import io.ebb.sim.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which running jobs our deletions have cost their nodes, although no plan said so. A job that
/// names no host counts as one that uses each node that was in its queue when it started.
final class JobsKept {
  private final HistoryWorld world;
  private final Map<String, Sent> ours;
  private final List<String> violations = new ArrayList<>();

  /// By job, when it started; those that ran at the beginning did so at the beginning.
  private final Map<String, Instant> running = new HashMap<>();

  /// By job that names no host, its queue.
  private final Map<String, String> anywhere = new HashMap<>();

  /// By node, the queue it left last, and when.
  private final Map<String, Change> left = new HashMap<>();

  JobsKept(HistoryWorld world) {
    this.world = world;
    this.ours =
        world.sent.stream()
            .filter(sent -> sent.operation() != null)
            .collect(Collectors.toMap(Sent::operation, sent -> sent));
    anywhere.putAll(world.others.jobs);
    for (Job job : world.before.jobs()) {
      running.put(job.id(), HistoryWorld.START);
      if (job.hosts().isEmpty()) {
        anywhere.put(job.id(), job.queue());
      }
    }
  }

  List<String> violations() {
    world.sim.changes().forEach(this::follow);
    return violations;
  }

  private void follow(Change change) {
    switch (change.kind()) {
      case JOB_STARTED -> running.put(change.subject(), change.at());
      case JOB_FINISHED, JOB_CANCELLED -> running.remove(change.subject());
      case JOB_LOST -> {
        lose(change.subject(), change);
        running.remove(change.subject());
      }
      case NODE_LEFT -> left.put(change.subject(), change);
      case NODE_JOINED -> left.remove(change.subject());
      case NODE_DELETED -> delete(change);
      default -> {}
    }
  }

  private void delete(Change deletion) {
    Change leaving = left.get(deletion.subject());
    if (leaving == null) {
      return;
    }
    anywhere.forEach((job, queue) -> {
      Instant started = running.get(job);
      if (started != null && queue.equals(leaving.queue()) && !started.isAfter(leaving.at())) {
        lose(job, deletion);
      }
    });
  }

  private void lose(String job, Change change) {
    Sent sent = ours.get(change.operation());
    if (sent != null && !allowed(job, sent)) {
      violations.add(
          "%s: job %s, which runs since %s, has lost its node by %s"
              .formatted(change.at(), job, running.get(job), sent));
    }
  }

  private boolean allowed(String job, Sent sent) {
    Plan plan = world.plans.get(sent.run());
    return plan != null
        && switch (plan.options().onDeadline()) {
          case KEEP -> false;
          case FORCE -> forced(job, plan, sent);
          case ASK -> answered(job, sent.run());
        };
  }

  /// To force covers the jobs that the plan shows, and those that ran when the wait began.
  private boolean forced(String job, Plan plan, Sent sent) {
    Instant started = running.getOrDefault(job, Instant.MAX);
    return plan.targets().stream().anyMatch(target -> target.jobs().contains(job))
        || (plan.options().drain().isPositive() && !started.isAfter(sent.at()));
  }

  /// Somebody who was asked says that it may be lost.
  private boolean answered(String job, String run) {
    boolean asked = false;
    for (Entry entry : world.journal.entries(run)) {
      if (entry instanceof Entry.Asked question) {
        asked = question.ids().contains(job);
      } else if (asked
          && entry instanceof Entry.Answered answer
          && answer.answer().equals(Asking.DELETE)) {
        return true;
      }
    }
    return false;
  }
}
