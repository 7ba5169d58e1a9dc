package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.plan.Guard;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The jobs of a batch that may be lost, because the plan or somebody who was asked says so. Any
/// other job keeps its node.
final class Losses {
  private final RunContext context;
  private final int batch;
  private final Asking asking;
  private final boolean answered;
  private final Set<String> allowed;

  /// When the plan overrides the guard over jobs, those that it names may be lost; of a node that
  /// was confirmed once more, those that were shown then.
  ///
  /// @param history what was allowed, asked and answered before
  Losses(RunContext context, History history, int batch, Asking asking) {
    this.context = context;
    this.batch = batch;
    this.asking = asking;
    this.answered = history.answer(batch).isPresent();
    this.allowed = new HashSet<>(history.allowed(batch));
    if (context.plan.overrides(Guard.JOBS)) {
      history.targets().values().forEach(target -> allowed.addAll(target.jobs()));
    }
  }

  /// Decides about the jobs that run still when the time to drain is over (rule 5). To force covers
  /// what the plan shows, and what was told when the wait began: not a job that came later, nor any
  /// when there is no time to drain. Nobody is asked twice.
  ///
  /// @param told the ids of the jobs that were told when the wait began
  void decide(
      Step.Drain step,
      Collection<Target> targets,
      Collection<String> told,
      Map<Node, List<Job>> atLast) {
    switch (step.onDeadline()) {
      case KEEP -> {}
      case FORCE -> {
        targets.forEach(target -> allowed.addAll(target.jobs()));
        if (step.atMost().isPositive()) {
          allowed.addAll(told);
        }
        context.write(new Entry.Allowed(context.now(), batch, allowed.stream().sorted().toList()));
      }
      case ASK -> {
        if (!answered && asking.deletes(batch, atLast)) {
          atLast.values().forEach(jobs -> jobs.forEach(job -> allowed.add(job.id())));
        }
      }
    }
  }

  /// Those of busy nodes that also run a job which must not be lost.
  Map<Node, List<Job>> forbid(Map<Node, List<Job>> busy) {
    Map<Node, List<Job>> kept = new LinkedHashMap<>();
    busy.forEach((node, jobs) -> {
      if (!jobs.stream().allMatch(job -> allowed.contains(job.id()))) {
        kept.put(node, jobs);
      }
    });
    return kept;
  }
}
