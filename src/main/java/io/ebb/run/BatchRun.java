package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batch;
import io.ebb.plan.Drift;
import io.ebb.plan.Guards;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import io.ebb.plan.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One batch of a plan: its steps in their order, for the nodes that are still in play.
final class BatchRun {
  private final RunContext context;
  private final Batch batch;
  private final Writer writer;
  private final Ledger ledger;
  private final Question question;
  private final Returner returner;
  private final InPlay play;

  BatchRun(RunContext context, Batch batch, Writer writer, Ledger ledger, Question question) {
    this.context = context;
    this.batch = batch;
    this.writer = writer;
    this.ledger = ledger;
    this.question = question;
    this.returner = new Returner(context, writer, ledger);
    this.play = new InPlay(context, ledger, returner);
  }

  void run() {
    try {
      admit();
      for (Step step : batch.steps()) {
        take(step);
      }
    } catch (EhpcException e) {
      ledger.fail(Setback.text(e));
    }
    play.close();
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
    return step instanceof Step.Verify ? !play.doomedIn(step).isEmpty() : ledger.goesOn();
  }

  /// Takes into play what is as it was planned.
  private void admit() {
    Snapshot seen = context.latest();
    for (String id : batch.nodes()) {
      Target target = context.plan.target(id);
      Optional<Node> node = seen.node(id);
      List<Drift> blocking = blocking(target, seen);
      if (node.isEmpty()) {
        play.gone(target, seen, "was gone already");
      } else if (!blocking.isEmpty()) {
        ledger.settle(target, Outcome.UNTOUCHED, text(blocking));
      } else {
        play.enter(node.get());
      }
    }
    guard(seen, play.all());
  }

  private void leave(Step.Leave step) {
    Change.Leave change =
        new Change.Leave(step.queue(), context.plan.queue(step.queue()), play.in(step));
    switch (writer.perform(change)) {
      case Conclusion.Happened _ -> returner.owe(change.nodes());
      case Conclusion.Refused(String reason) -> {
        Snapshot seen = context.latest();
        returner.owe(
            change.nodes().stream().filter(node -> change.effectOn(seen.node(node.id()))).toList());
        if (ledger.goesOn()) {
          play.giveUp(change.nodes(), Outcome.FAILED, reason);
        }
      }
      case Conclusion.Open(String reason) -> play.unknown(change.nodes(), reason);
    }
  }

  private void drain(Step.Drain step) {
    context.cancellation.sleep(context.time, Step.Drain.SETTLE, Cancellation.Level.ONCE);
    Snapshot seen =
        context.lookUntil(
            this::allHaveLeft,
            "nodes that have left are still listed in their queue",
            context.plan.options().verifyDeadline());
    List<Node> still = play.in(step).stream().filter(node -> !hasLeft(node, seen)).toList();
    play.giveUp(
        still, Outcome.FAILED, "its queue lists it still, although the operation ended well");
    Map<Node, List<Job>> busy =
        new Drainage(context, batch.number(), step, seen).await(play.in(step));
    if (!busy.isEmpty() && ledger.goesOn() && !deletesBusy(step, busy)) {
      play.giveUp(
          busy.keySet(),
          Outcome.KEPT,
          "job %s was still running at the deadline"
              .formatted(String.join(", ", Drainage.jobs(busy))));
    }
  }

  private boolean deletesBusy(Step.Drain step, Map<Node, List<Job>> busy) {
    return switch (step.onDeadline()) {
      case KEEP -> false;
      case FORCE -> true;
      case ASK -> {
        boolean yes = question.deleteBusy(Drainage.hosts(busy), Drainage.jobs(busy));
        context.changed();
        yield yes;
      }
    };
  }

  private void delete(Step.Delete step) {
    recheck(step);
    if (play.in(step).isEmpty() || !ledger.goesOn()) {
      return;
    }
    Change.Delete change = new Change.Delete(play.in(step));
    switch (writer.perform(change)) {
      case Conclusion.Happened _ -> play.doom(change.nodes());
      case Conclusion.Refused(String reason) -> {
        List<Node> alive = alive(change, reason);
        if (ledger.goesOn()) {
          play.giveUp(alive, Outcome.FAILED, reason);
        }
      }
      case Conclusion.Open(String reason) -> {
        play.doom(change.nodes());
        play.unknown(alive(change, reason), reason);
      }
    }
  }

  /// Looks again before the point of no return: at each node, and at what is left without them.
  private void recheck(Step.Delete step) {
    Snapshot seen = context.latest();
    for (Node node : play.in(step)) {
      Target planned = play.target(node);
      Target target = returner.owes(node) ? planned.outOfQueue() : planned;
      List<Drift> blocking = blocking(target, seen);
      if (seen.node(node.id()).isEmpty()) {
        play.gone(target, seen, "was deleted by somebody else");
      } else if (!blocking.isEmpty()) {
        if (blocking.stream().anyMatch(drift -> drift.kind() == Drift.Kind.MOVED)) {
          returner.forget(node);
        }
        play.giveUp(List.of(node), Outcome.KEPT, text(blocking));
      }
    }
    guard(context.latest(), play.in(step));
  }

  /// Of a deletion that did not simply succeed, the nodes that are there still, at rest; the others
  /// are settled.
  private List<Node> alive(Change.Delete change, String reason) {
    Snapshot seen = context.latest();
    List<Node> alive = new ArrayList<>();
    for (Node node : change.nodes()) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        play.gone(play.target(node), seen, "is gone, although: " + reason);
      } else if (now.get().inTransition()) {
        play.unknown(List.of(node), "it is %s; %s".formatted(now.get().transition(), reason));
      } else {
        alive.add(node);
      }
    }
    return alive;
  }

  private void verify(Step.Verify step) {
    List<Node> nodes = play.doomedIn(step);
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

  private void guard(Snapshot seen, List<Node> nodes) {
    List<Violation> violations = Guards.again(seen, nodes, context.plan.options());
    if (!nodes.isEmpty() && !violations.isEmpty()) {
      ledger.stop(violations.stream().map(Violation::text).collect(Collectors.joining("; ")));
    }
  }

  private boolean allHaveLeft(Snapshot seen) {
    return play.all().stream().allMatch(node -> hasLeft(node, seen));
  }

  private boolean hasLeft(Node node, Snapshot seen) {
    return !returner.owes(node)
        || seen.node(node.id()).filter(now -> Objects.equals(now.queue(), node.queue())).isEmpty();
  }

  private static List<Drift> blocking(Target target, Snapshot seen) {
    return Drift.of(target, seen).stream().filter(drift -> drift.kind().blocking()).toList();
  }

  private static String text(List<Drift> drifts) {
    return drifts.stream().map(Drift::text).collect(Collectors.joining("; "));
  }

  private static List<String> hosts(List<Node> nodes) {
    return nodes.stream().map(Node::host).toList();
  }
}
