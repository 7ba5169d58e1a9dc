package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.plan.Batch;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// One batch of a plan: its steps in their order, for the nodes that are still in play. A batch
/// that was begun before goes on from where each of its nodes is.
final class BatchRun {
  private static final String DRAIN = "drain";
  private static final String VERIFY = "verify";

  private final RunContext context;
  private final Batch batch;
  private final Ledger ledger;
  private final Asking asking;
  private final History history;
  private final Losses losses;
  private final InPlay play;
  private final Returner returner;
  private final Fitness fitness;
  private final Departure departure;
  private final Deletion deletion;

  /// @param history of the run; nothing of it is open
  BatchRun(
      RunContext context,
      Batch batch,
      Writer writer,
      Ledger ledger,
      Question question,
      History history) {
    this.context = context;
    this.batch = batch;
    this.ledger = ledger;
    this.history = history;
    this.asking = new Asking(context, question);
    this.losses = new Losses(context, history, batch.number(), asking);
    this.play = new InPlay(context, ledger);
    this.returner = new Returner(context, writer, ledger, play);
    this.fitness = new Fitness(context, ledger, play, returner, losses, occupancy());
    Instant leftBy = history.leftBy(batch).orElseGet(context::now);
    this.departure = new Departure(context, writer, ledger, play, returner, leftBy, fitness::fit);
    this.deletion = new Deletion(context, writer, play, returner, fitness);
  }

  private Occupancy occupancy() {
    return history
        .deadline(batch.number(), DRAIN)
        .map(BatchRun::jobsOf)
        .map(Occupancy::of)
        .orElseGet(() -> new Occupancy(List.of(), context.serviceTime(context.now())));
  }

  private static Entry.JobsThen jobsOf(Entry.Deadline drain) {
    return Objects.requireNonNull(drain.jobs(), "a drain without its jobs");
  }

  /// Takes the steps. Whatever goes wrong on the way, no node is left unsettled, unless the run
  /// halts.
  ///
  /// @param targets those that are not settled
  /// @param first the first look of the run
  void run(List<Target> targets, Sight first) {
    targets.forEach(target -> enter(target, first));
    try {
      awaitLeaving();
      returner.goOn(history);
      if (!history.reopened()) { // all that is left to do after an end is to put back
        goOn();
      }
      leave(batch.steps().stream().takeWhile(BatchRun::leaves).toList());
      IntStream.rangeClosed(1, batch.steps().size()).skip(leaving()).forEach(this::take);
      leaveOut();
    } catch (RuntimeException e) {
      ledger.fail(Setback.text(e));
    }
    returner.close();
  }

  /// A node is fit to leave only out of its planned queue: that is the one it came from, wherever
  /// it was when the run began.
  private void enter(Target target, Sight first) {
    Side side = history.side(target.id());
    Optional<Node> now = first.node(target.id()).map(node -> node.in(target.queue()));
    if (now.isPresent()) {
      play.enter(now.get(), side);
    } else if (side == Side.DOOMED) {
      play.enter(ChangeRecord.nodeOf(target), side);
    } else {
      play.gone(target, first, side == Side.IN ? "was gone already" : "is gone");
    }
  }

  /// Draws the consequences of the last change of each node once more: the run may have stopped
  /// before it did.
  private void goOn() {
    Map<ChangeRecord, List<Node>> last = new LinkedHashMap<>();
    for (Node node : play.all()) {
      history
          .last(node.id())
          .ifPresent(change -> last.computeIfAbsent(change, _ -> new ArrayList<>()).add(node));
    }
    last.forEach((change, nodes) -> settle(change, play.still(nodes)));
  }

  private void settle(ChangeRecord change, List<Node> nodes) {
    Conclusion conclusion = Conclusion.of(Objects.requireNonNull(change.concluded(), "open"));
    if (change.leaves()) {
      departure.settle(nodes, conclusion);
    } else if (change.deletes()) {
      deletion.settle(nodes, conclusion);
    }
  }

  /// The leaving from several queues is one thing: all at the same time.
  private void leave(List<Step> steps) {
    List<Step.Leave> due = steps.stream().map(Step.Leave.class::cast).filter(this::due).toList();
    due.forEach(step -> tellBegin(step, batch.steps().indexOf(step) + 1));
    if (!due.isEmpty()) {
      departure.take(due);
    }
    if (!ledger.goesOn()) {
      awaitLeaving();
    }
    due.forEach(this::tellEnd);
  }

  /// Whoever puts nodes back looks first where they are: lists that lag behind would show them
  /// where they belong.
  private void awaitLeaving() {
    if (!play.on(Side.LEFT).isEmpty()) {
      seenOut(context::look);
    }
  }

  private long leaving() {
    return batch.steps().stream().takeWhile(BatchRun::leaves).count();
  }

  /// @param place the step's place in the batch, from 1: two steps may be alike
  private void take(int place) {
    Step step = batch.steps().get(place - 1);
    if (!due(step) || over(step, place)) {
      return;
    }
    tellBegin(step, place);
    switch (step) {
      case Step.Leave leave -> departure.take(List.of(leave));
      case Step.Drain drain -> drain(drain);
      case Step.Delete delete -> deletion.take(delete);
      case Step.Verify verify -> deletion.verify(deadline(verify));
      case Step.Pause pause -> new Pausing(context, history, batch.number()).take(pause, place);
      case Step.Confirm confirm -> confirm(confirm, place);
    }
    tellEnd(step);
  }

  private void tellBegin(Step step, int place) {
    List<String> hosts = hosts(play.in(step));
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
  /// run is stopped, and nothing that has ended is begun again (rule 11).
  private boolean due(Step step) {
    if (play.due(step).isEmpty()) {
      return false;
    }
    return step instanceof Step.Verify || ledger.goesOn();
  }

  /// Whether only time or an answer was waited for, and a later step was begun before the run
  /// stopped; what is left to change shows by the sides of the nodes.
  private boolean over(Step step, int place) {
    return switch (step) {
      case Step.Drain _, Step.Pause _, Step.Confirm _ -> history.past(batch, place);
      case Step.Leave _, Step.Delete _, Step.Verify _ -> false;
    };
  }

  private void confirm(Step.Confirm step, int place) {
    List<Node> nodes = play.due(step);
    Optional<String> refusal =
        new Confirming(context, history, batch.number(), asking).refusal(step, place, hosts(nodes));
    if (refusal.isPresent() && ledger.goesOn()) {
      awaitLeaving();
      returner.keep(nodes, refusal.get());
    }
  }

  private void drain(Step.Drain step) {
    Optional<Entry.Deadline> begun = history.deadline(batch.number(), DRAIN);
    Sight seen = begun.isPresent() ? context.lookAtAll() : settled();
    Entry.Deadline clock = begun.orElseGet(() -> startClock(step, seen));
    if (begun.isPresent()) {
      fitness.fit(step, seen); // Much may have happened while nobody looked.
    }
    Occupancy occupancy = Occupancy.of(jobsOf(clock));
    fitness.judgeBy(occupancy);
    Map<Node, List<Job>> atLast =
        new Drainage(context, clock, occupancy)
            .await(play.due(step), fitness.busy(step, seen.jobs()));
    if (!atLast.isEmpty() && ledger.goesOn()) {
      List<Target> targets = play.due(step).stream().map(play::target).toList();
      losses.decide(step, targets, jobsOf(clock).told(), atLast);
      fitness.keepBusy(atLast, "was still running at the deadline");
    }
  }

  /// The look by which all have left, and jobs that started just before are listed (rule 3).
  private Sight settled() {
    Duration rest = Duration.between(context.now(), departure.over().plus(Step.Drain.SETTLE));
    if (rest.isPositive()) {
      context.cancellation.sleep(context.time, rest, Cancellation.Level.CANCELLED);
    }
    Sight seen = seenOut(context::lookAtAll);
    failListed(seen);
    return seen;
  }

  private Entry.Deadline startClock(Step.Drain step, Sight seen) {
    Occupancy now = new Occupancy(seen.jobs(), context.serviceTime(seen.snapshot().takenAt()));
    fitness.judgeBy(now);
    Instant at = context.now();
    Entry.JobsThen jobs = now.entry(fitness.busy(step, seen.jobs()));
    return written(new Entry.Deadline(at, batch.number(), DRAIN, at.plus(step.atMost()), jobs));
  }

  private Instant deadline(Step.Verify step) {
    return history
        .deadline(batch.number(), VERIFY)
        .orElseGet(() -> {
          Instant at = context.now();
          return written(
              new Entry.Deadline(at, batch.number(), VERIFY, at.plus(step.atMost()), null));
        })
        .until();
  }

  private Entry.Deadline written(Entry.Deadline deadline) {
    context.write(deadline);
    return deadline;
  }

  /// The first look by which all that have left are out of their queues, or the last one.
  private Sight seenOut(Supplier<Sight> look) {
    Instant until = departure.over().plus(context.plan.options().verifyDeadline());
    return context.lookUntil(
        look,
        seen -> play.on(Side.LEFT).stream().allMatch(node -> hasLeft(node, seen)),
        "nodes that have left are still listed in their queue",
        Duration.between(context.now(), until));
  }

  private static boolean hasLeft(Node node, Sight seen) {
    return seen.node(node.id()).filter(now -> Objects.equals(now.queue(), node.queue())).isEmpty();
  }

  /// What the plan does not delete stays out of its queue, unless the run is stopped.
  private void leaveOut() {
    Set<String> deleted = batch.deleted();
    List<Node> staying = play.all().stream().filter(node -> !deleted.contains(node.id())).toList();
    if (!staying.isEmpty() && ledger.goesOn()) {
      Sight seen = seenOut(context::look);
      failListed(seen);
      play.still(staying).forEach(node -> play.leaveOut(node, seen));
    }
  }

  private void failListed(Sight seen) {
    returner.fail(
        play.on(Side.LEFT).stream().filter(node -> !hasLeft(node, seen)).toList(),
        "its queue lists it still, although the operation ended well");
  }

  private static List<String> hosts(List<Node> nodes) {
    return nodes.stream().map(Node::host).toList();
  }
}
