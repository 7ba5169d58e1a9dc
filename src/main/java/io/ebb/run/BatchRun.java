package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batch;
import io.ebb.plan.Drift;
import io.ebb.plan.Guards;
import io.ebb.plan.Step;
import io.ebb.plan.Violation;
import io.ebb.run.InPlay.Side;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One batch of a plan: its steps in their order, for the nodes that are still in play.
final class BatchRun {
  private final RunContext context;
  private final Batch batch;
  private final Writer writer;
  private final Ledger ledger;
  private final Asking asking;
  private final InPlay play;
  private final Returner returner;

  /// The ids of the jobs that may be lost, because the plan or somebody who was asked says so.
  private final Set<String> forfeited = new HashSet<>();

  private Occupancy occupancy;

  /// @param first the first look of the run
  BatchRun(
      RunContext context,
      Batch batch,
      Writer writer,
      Ledger ledger,
      Question question,
      Snapshot first) {
    this.context = context;
    this.batch = batch;
    this.writer = writer;
    this.ledger = ledger;
    this.asking = new Asking(context, batch.number(), question);
    this.play = new InPlay(context, ledger);
    this.returner = new Returner(context, writer, ledger, play);
    this.occupancy = new Occupancy(first);
    for (String id : batch.nodes()) {
      first
          .node(id)
          .ifPresentOrElse(
              play::enter, () -> play.gone(context.plan.target(id), first, "was gone already"));
    }
  }

  /// Takes the steps. Whatever is thrown on the way, no node is left unsettled.
  void run() {
    try {
      batch.steps().forEach(this::take);
    } catch (EhpcException e) {
      ledger.fail(Setback.text(e));
    } catch (RuntimeException e) {
      ledger.fail("a mistake in Ebb itself, or in what it was given: " + e);
    }
    returner.close();
  }

  private void take(Step step) {
    if (play.in(step).isEmpty() || !due(step)) {
      return;
    }
    context.tell(new RunEvent.StepBegan(batch.number(), step, hosts(play.in(step))));
    switch (step) {
      case Step.Leave leave -> leave(leave);
      case Step.Drain drain -> drain(drain);
      case Step.Delete delete -> delete(delete);
      case Step.Verify verify -> verify(verify);
    }
    context.tell(new RunEvent.StepEnded(batch.number(), step, hosts(play.in(step))));
  }

  /// Past the point of no return there is only forward; before it, nothing new is begun once the
  /// run is stopped.
  private boolean due(Step step) {
    return step instanceof Step.Verify ? !play.on(Side.DOOMED).isEmpty() : ledger.goesOn();
  }

  private void leave(Step.Leave step) {
    Change.Leave change =
        new Change.Leave(step.queue(), context.plan.queue(step.queue()), play.in(step));
    Conclusion conclusion = writer.perform(change, seen -> fit(step, seen));
    List<Node> nodes = play.in(step);
    switch (conclusion) {
      case Conclusion.Happened _ -> play.move(nodes, Side.LEFT);
      case Conclusion.Failed(String reason) -> {
        Snapshot seen = context.look();
        play.move(
            nodes.stream().filter(node -> change.effectOn(seen.node(node.id()))).toList(),
            Side.LEFT);
        fail(nodes, reason);
      }
      case Conclusion.Refused(String reason) -> fail(nodes, reason);
      case Conclusion.Open(String reason) -> play.unknown(nodes, reason);
      case Conclusion.Dropped _ -> {}
    }
  }

  private void drain(Step.Drain step) {
    context.cancellation.sleep(context.time, Step.Drain.SETTLE, Cancellation.Level.ONCE);
    Snapshot seen =
        context.lookUntil(
            look -> play.on(Side.LEFT).stream().allMatch(node -> hasLeft(node, look)),
            "nodes that have left are still listed in their queue",
            context.plan.options().verifyDeadline());
    returner.fail(
        play.on(Side.LEFT).stream().filter(node -> !hasLeft(node, seen)).toList(),
        "its queue lists it still, although the operation ended well");
    occupancy = new Occupancy(seen);
    Map<Node, List<Job>> atFirst = busy(step, seen);
    Map<Node, List<Job>> atLast =
        new Drainage(context, batch.number(), step, occupancy).await(play.in(step), atFirst);
    if (!atLast.isEmpty() && ledger.goesOn()) {
      forfeit(step, atFirst, atLast);
      keepBusy(atLast, "was still running at the deadline");
    }
  }

  /// Decides which jobs may be lost. Nobody was told of one that came later, or that came although
  /// there is no time to drain.
  private void forfeit(Step.Drain step, Map<Node, List<Job>> atFirst, Map<Node, List<Job>> atLast) {
    switch (step.onDeadline()) {
      case KEEP -> {}
      case FORCE -> {
        play.in(step).forEach(node -> forfeited.addAll(play.target(node).jobs()));
        if (step.atMost().isPositive()) {
          forfeited.addAll(ids(atFirst));
        }
      }
      case ASK -> {
        if (asking.deletes(atLast)) {
          forfeited.addAll(ids(atLast));
        }
      }
    }
  }

  private void delete(Step.Delete step) {
    Conclusion conclusion =
        writer.perform(new Change.Delete(play.in(step)), seen -> fitForDeletion(step, seen));
    List<Node> nodes = play.in(step);
    switch (conclusion) {
      case Conclusion.Happened _ -> play.move(nodes, Side.DOOMED);
      case Conclusion.Failed(String reason) -> fail(alive(nodes, reason), reason);
      case Conclusion.Refused(String reason) -> fail(alive(nodes, reason), reason);
      case Conclusion.Open(String reason) -> {
        play.move(nodes, Side.DOOMED);
        play.unknown(alive(nodes, reason), reason);
      }
      case Conclusion.Dropped _ -> {}
    }
  }

  /// The nodes that a change still fits; the others are settled. None when the run is stopped, as
  /// it is when too little would be left (rule 8).
  private List<Node> fit(Step step, Snapshot seen) {
    for (Node node : play.in(step)) {
      List<Drift> blocking =
          Drift.of(play.expected(node), seen).stream()
              .filter(drift -> drift.kind().blocking())
              .toList();
      if (seen.node(node.id()).isEmpty()) {
        play.gone(play.target(node), seen, "was deleted by somebody else");
      } else if (!blocking.isEmpty()) {
        returner.keep(
            List.of(node), blocking.stream().map(Drift::text).collect(Collectors.joining("; ")));
      }
    }
    guard(seen);
    return ledger.goesOn() ? play.in(step) : List.of();
  }

  /// The last look before the point of no return, hence at jobs too.
  private List<Node> fitForDeletion(Step step, Snapshot seen) {
    keepBusy(busy(step, seen), "may be using it now");
    return fit(step, seen);
  }

  private Map<Node, List<Job>> busy(Step step, Snapshot seen) {
    return occupancy.busy(play.in(step), seen.jobs(), context.now());
  }

  private void keepBusy(Map<Node, List<Job>> busy, String why) {
    Map<Node, List<Job>> kept = new LinkedHashMap<>();
    busy.forEach((node, jobs) -> {
      if (!jobs.stream().allMatch(job -> forfeited.contains(job.id()))) {
        kept.put(node, jobs);
      }
    });
    returner.keep(
        kept.keySet(), "job %s %s".formatted(String.join(", ", Drainage.numbers(kept)), why));
  }

  /// Of a deletion that did not simply succeed, the nodes that are there still, at rest; the others
  /// are settled.
  private List<Node> alive(List<Node> nodes, String reason) {
    Snapshot seen = context.look();
    for (Node node : nodes) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        play.gone(play.target(node), seen, "is gone, although: " + reason);
      } else if (now.get().inTransition()) {
        play.unknown(List.of(node), "it is %s; %s".formatted(now.get().transition(), reason));
      }
    }
    return play.still(nodes);
  }

  private void verify(Step.Verify step) {
    List<Node> nodes = play.on(Side.DOOMED);
    Instant now = context.now();
    context.write(new Entry.Deadline(now, batch.number(), "verify", now.plus(step.atMost())));
    Snapshot seen =
        context.lookUntil(
            look -> nodes.stream().allMatch(node -> play.target(node).absentFrom(look)),
            "deleted nodes are still listed",
            step.atMost());
    for (Node node : nodes) {
      play.gone(play.target(node), seen, "deleted, and seen to be gone");
    }
  }

  private void guard(Snapshot seen) {
    List<Node> there =
        play.all().stream().filter(node -> seen.node(node.id()).isPresent()).toList();
    List<Violation> violations = Guards.again(seen, there, context.plan.options());
    if (!there.isEmpty() && !violations.isEmpty()) {
      ledger.stop(violations.stream().map(Violation::text).collect(Collectors.joining("; ")));
    }
  }

  /// When the run is stopped, that is the reason why nodes are given up.
  private void fail(List<Node> nodes, String reason) {
    if (ledger.goesOn()) {
      returner.fail(nodes, reason);
    }
  }

  private static boolean hasLeft(Node node, Snapshot seen) {
    return seen.node(node.id()).filter(now -> Objects.equals(now.queue(), node.queue())).isEmpty();
  }

  private static Set<String> ids(Map<Node, List<Job>> busy) {
    return busy.values().stream().flatMap(List::stream).map(Job::id).collect(Collectors.toSet());
  }

  private static List<String> hosts(List<Node> nodes) {
    return nodes.stream().map(Node::host).toList();
  }
}
