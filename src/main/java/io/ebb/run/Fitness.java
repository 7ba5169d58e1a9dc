package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.plan.Drift;
import io.ebb.plan.Guards;
import io.ebb.plan.Step;
import io.ebb.plan.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Judges by a fresh look which nodes of a batch a step is right for still; gives up the others.
final class Fitness {
  private final RunContext context;
  private final Ledger ledger;
  private final InPlay play;
  private final Returner returner;
  private final Losses losses;

  private Occupancy occupancy;

  Fitness(
      RunContext context,
      Ledger ledger,
      InPlay play,
      Returner returner,
      Losses losses,
      Occupancy occupancy) {
    this.context = context;
    this.ledger = ledger;
    this.play = play;
    this.returner = returner;
    this.losses = losses;
    this.occupancy = occupancy;
  }

  /// From here on jobs are judged by what ran when all nodes had left.
  void judgeBy(Occupancy then) {
    occupancy = then;
  }

  /// The nodes that a change still fits; the others are settled. None when the run is stopped, as
  /// it is when too little would be left (rule 8).
  List<Node> fit(Step step, Sight seen) {
    for (Node node : play.due(step)) {
      List<Drift> blocking =
          Drift.of(play.expected(node), context.plan.options(), seen.snapshot()).stream()
              .filter(Drift::stops)
              .toList();
      if (seen.node(node.id()).isEmpty()) {
        play.gone(play.target(node), seen, "was deleted by somebody else");
      } else if (!blocking.isEmpty()) {
        returner.keep(
            List.of(node), blocking.stream().map(Drift::text).collect(Collectors.joining("; ")));
      }
    }
    guard(seen);
    return ledger.goesOn() ? play.due(step) : List.of();
  }

  /// By the last look before the point of no return, hence at jobs too.
  List<Node> fitForDeletion(Step step, Sight seen) {
    keepBusy(busy(step, seen.jobs()), "may be using it now");
    return fit(step, seen);
  }

  /// The nodes that jobs may be using, with the jobs.
  Map<Node, List<Job>> busy(Step step, List<Job> jobs) {
    return occupancy.busy(play.due(step), jobs, context.ehpc.serviceTime());
  }

  /// Gives up those of busy nodes whose jobs must not be lost.
  void keepBusy(Map<Node, List<Job>> busy, String why) {
    Map<Node, List<Job>> kept = losses.forbid(busy);
    returner.keep(
        kept.keySet(), "job %s %s".formatted(String.join(", ", Drainage.numbers(kept)), why));
  }

  private void guard(Sight seen) {
    List<Node> there =
        play.all().stream().filter(node -> seen.node(node.id()).isPresent()).toList();
    List<Violation> violations = Guards.again(seen.snapshot(), there, context.plan);
    if (!there.isEmpty() && !violations.isEmpty()) {
      ledger.stop(violations.stream().map(Violation::text).collect(Collectors.joining("; ")));
    }
  }
}
