package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.plan.Batch;
import io.ebb.plan.Drift;
import io.ebb.plan.Guards;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import io.ebb.plan.Violation;
import io.ebb.run.InPlay.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One batch of a plan: its steps in their order, for the nodes that are still in play.
final class BatchRun {
  private final RunContext context;
  private final Batch batch;
  private final Writer writer;
  private final Ledger ledger;
  private final Losses losses;
  private final InPlay play;
  private final Returner returner;
  private final Departure departure;

  private Occupancy occupancy;

  /// @param first the first look of the run
  BatchRun(
      RunContext context,
      Batch batch,
      Writer writer,
      Ledger ledger,
      Question question,
      Sight first) {
    this.context = context;
    this.batch = batch;
    this.writer = writer;
    this.ledger = ledger;
    this.losses = new Losses(context.plan, new Asking(context, batch.number(), question));
    this.play = new InPlay(context, ledger);
    this.returner = new Returner(context, writer, ledger, play);
    this.departure = new Departure(context, writer, ledger, play, returner, this::fit);
    this.occupancy = new Occupancy(List.of(), context.serviceTime(context.now()));
    batch.nodes().stream().map(context.plan::target).forEach(target -> enter(target, first));
  }

  /// A node is fit to leave only out of its planned queue: that is the one it came from, wherever
  /// it was when the run began.
  private void enter(Target target, Sight first) {
    first
        .node(target.id())
        .ifPresentOrElse(
            node -> play.enter(node.in(target.queue())),
            () -> play.gone(target, first, "was gone already"));
  }

  /// Takes the steps. Whatever goes wrong on the way, no node is left unsettled, unless the run
  /// halts.
  void run() {
    try {
      leave(batch.steps().stream().takeWhile(BatchRun::leaves).toList());
      batch.steps().stream().dropWhile(BatchRun::leaves).forEach(this::take);
    } catch (RuntimeException e) {
      ledger.fail(Setback.text(e));
    }
    returner.close();
  }

  /// The leaving from several queues is one thing: all at the same time.
  private void leave(List<Step> steps) {
    List<Step.Leave> due = steps.stream().map(Step.Leave.class::cast).filter(this::due).toList();
    due.forEach(this::tellBegin);
    if (!due.isEmpty()) {
      departure.take(due);
    }
    if (!ledger.goesOn() && !play.on(Side.LEFT).isEmpty()) {
      seenOut(context::look); // Lists that lag behind would show them where they belong.
    }
    due.forEach(this::tellEnd);
  }

  private void take(Step step) {
    if (!due(step)) {
      return;
    }
    tellBegin(step);
    switch (step) {
      case Step.Leave leave -> departure.take(List.of(leave));
      case Step.Drain drain -> drain(drain);
      case Step.Delete delete -> delete(delete);
      case Step.Verify verify -> verify(verify);
      case Step.Pause _, Step.Confirm _ -> throw new IllegalStateException("no such step yet");
    }
    tellEnd(step);
  }

  private void tellBegin(Step step) {
    List<String> hosts = hosts(play.in(step));
    int place = batch.steps().indexOf(step) + 1;
    context.write(new Entry.Stepped(context.now(), batch.number(), place, hosts));
    context.tell(new RunEvent.StepBegan(batch.number(), step, hosts));
  }

  private void tellEnd(Step step) {
    context.tell(new RunEvent.StepEnded(batch.number(), step, hosts(play.in(step))));
  }

  private static boolean leaves(Step step) {
    return step instanceof Step.Leave;
  }

  /// Past the point of no return there is only forward; before it, nothing new is begun once the
  /// run is stopped.
  private boolean due(Step step) {
    if (play.in(step).isEmpty()) {
      return false;
    }
    return step instanceof Step.Verify ? !play.on(Side.DOOMED).isEmpty() : ledger.goesOn();
  }

  private void drain(Step.Drain step) {
    Duration rest = Duration.between(context.now(), departure.over().plus(Step.Drain.SETTLE));
    if (rest.isPositive()) {
      context.cancellation.sleep(context.time, rest, Cancellation.Level.CANCELLED);
    }
    Sight seen = seenOut(context::lookAtAll);
    returner.fail(
        play.on(Side.LEFT).stream().filter(node -> !hasLeft(node, seen)).toList(),
        "its queue lists it still, although the operation ended well");
    occupancy = new Occupancy(seen.jobs(), context.serviceTime(seen.snapshot().takenAt()));
    Map<Node, List<Job>> atFirst = busy(step, seen);
    Map<Node, List<Job>> atLast =
        new Drainage(context, batch.number(), step, occupancy).await(play.in(step), atFirst);
    if (!atLast.isEmpty() && ledger.goesOn()) {
      losses.decide(step, play.in(step).stream().map(play::target).toList(), atFirst, atLast);
      keepBusy(atLast, "was still running at the deadline");
    }
  }

  /// The first look by which all that have left are out of their queues, or the last one.
  private Sight seenOut(Supplier<Sight> look) {
    return context.lookUntil(
        look,
        seen -> play.on(Side.LEFT).stream().allMatch(node -> hasLeft(node, seen)),
        "nodes that have left are still listed in their queue",
        context.plan.options().verifyDeadline());
  }

  private void delete(Step.Delete step) {
    Conclusion conclusion =
        writer.perform(new Change.Delete(play.in(step)), seen -> fitForDeletion(step, seen));
    List<Node> nodes = play.in(step);
    switch (conclusion) {
      case Conclusion.Happened _ -> play.move(nodes, Side.DOOMED);
      case Conclusion.Failed(String reason) ->
          returner.failUnlessStopped(alive(nodes, reason), reason);
      case Conclusion.Refused(String reason) ->
          returner.failUnlessStopped(alive(nodes, reason), reason);
      case Conclusion.Open(String reason) -> {
        play.move(nodes, Side.DOOMED);
        play.unknown(alive(nodes, reason), reason);
      }
      case Conclusion.Dropped _ -> {}
    }
  }

  /// The nodes that a change still fits; the others are settled. None when the run is stopped, as
  /// it is when too little would be left (rule 8).
  private List<Node> fit(Step step, Sight seen) {
    for (Node node : play.in(step)) {
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
    return ledger.goesOn() ? play.in(step) : List.of();
  }

  /// By the last look before the point of no return, hence at jobs too.
  private List<Node> fitForDeletion(Step step, Sight seen) {
    keepBusy(busy(step, seen), "may be using it now");
    return fit(step, seen);
  }

  private Map<Node, List<Job>> busy(Step step, Sight seen) {
    return occupancy.busy(play.in(step), seen.jobs(), context.ehpc.serviceTime());
  }

  private void keepBusy(Map<Node, List<Job>> busy, String why) {
    Map<Node, List<Job>> kept = losses.forbid(busy);
    returner.keep(
        kept.keySet(), "job %s %s".formatted(String.join(", ", Drainage.numbers(kept)), why));
  }

  /// Of a deletion that did not simply succeed, the nodes that are there still, at rest; the others
  /// are settled.
  private List<Node> alive(List<Node> nodes, String reason) {
    Sight seen = context.look();
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
    Sight seen =
        context.lookUntil(
            context::look,
            look -> nodes.stream().allMatch(node -> play.target(node).absentFrom(look.snapshot())),
            "deleted nodes are still listed",
            step.atMost());
    for (Node node : nodes) {
      play.gone(play.target(node), seen, "deleted, and seen to be gone");
    }
  }

  private void guard(Sight seen) {
    List<Node> there =
        play.all().stream().filter(node -> seen.node(node.id()).isPresent()).toList();
    List<Violation> violations = Guards.again(seen.snapshot(), there, context.plan);
    if (!there.isEmpty() && !violations.isEmpty()) {
      ledger.stop(violations.stream().map(Violation::text).collect(Collectors.joining("; ")));
    }
  }

  private static boolean hasLeft(Node node, Sight seen) {
    return seen.node(node.id()).filter(now -> Objects.equals(now.queue(), node.queue())).isEmpty();
  }

  private static List<String> hosts(List<Node> nodes) {
    return nodes.stream().map(Node::host).toList();
  }
}
