package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.plan.Guard;
import io.ebb.plan.Plan;
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
  private final Asking asking;
  private final Set<String> allowed = new HashSet<>();

  /// @param plan when it overrides the guard over jobs, those that it names may be lost
  Losses(Plan plan, Asking asking) {
    this.asking = asking;
    if (plan.overrides(Guard.JOBS)) {
      plan.targets().forEach(target -> allowed.addAll(target.jobs()));
    }
  }

  /// Decides about the jobs that run still when the time to drain is over (rule 5). To force covers
  /// what the plan shows, and what was told when the wait began: not a job that came later, nor any
  /// when there is no time to drain.
  void decide(
      Step.Drain step,
      Collection<Target> targets,
      Map<Node, List<Job>> atFirst,
      Map<Node, List<Job>> atLast) {
    switch (step.onDeadline()) {
      case KEEP -> {}
      case FORCE -> {
        targets.forEach(target -> allowed.addAll(target.jobs()));
        if (step.atMost().isPositive()) {
          allow(atFirst);
        }
      }
      case ASK -> {
        if (asking.deletes(atLast)) {
          allow(atLast);
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

  private void allow(Map<Node, List<Job>> busy) {
    busy.values().forEach(jobs -> jobs.forEach(job -> allowed.add(job.id())));
  }
}
