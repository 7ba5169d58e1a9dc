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
import io.ebb.plan.Verdict;
import io.ebb.plan.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One batch of a plan: its steps in their order, for the nodes that are still in play. A node is
/// settled once; whatever happens, none is left unsettled.
final class BatchRun {
  private final RunContext context;
  private final Batch batch;
  private final Writer writer;
  private final Ledger ledger;
  private final Question question;
  private final Returner returner;

  /// The nodes in play by id, as they were before they left their queues.
  private final Map<String, Node> open = new LinkedHashMap<>();

  /// The ids of nodes past the point of no return.
  private final Set<String> doomed = new HashSet<>();

  BatchRun(RunContext context, Batch batch, Writer writer, Ledger ledger, Question question) {
    this.context = context;
    this.batch = batch;
    this.writer = writer;
    this.ledger = ledger;
    this.question = question;
    this.returner = new Returner(context, writer, ledger);
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
    finish();
  }

  private void take(Step step) {
    if (in(step).isEmpty() || !due(step)) {
      return;
    }
    context.tell(new RunEvent.StepBegan(batch.number(), step, hosts(in(step))));
    switch (step) {
      case Step.Leave leave -> leave(leave);
      case Step.Drain drain -> drain(drain);
      case Step.Delete delete -> delete(delete);
      case Step.Verify verify -> verify(verify);
    }
    context.tell(new RunEvent.StepEnded(batch.number(), step, hosts(in(step))));
  }

  /// Past the point of no return there is only forward; before it, nothing new is begun once the
  /// run is stopped.
  private boolean due(Step step) {
    return step instanceof Step.Verify
        ? in(step).stream().anyMatch(node -> doomed.contains(node.id()))
        : ledger.goesOn();
  }

  /// Takes into play what is as it was planned.
  private void admit() {
    Snapshot seen = context.latest();
    for (String id : batch.nodes()) {
      Target target = context.plan.target(id);
      Optional<Node> node = seen.node(id);
      List<Drift> blocking = blocking(target, seen);
      if (node.isEmpty()) {
        settleGone(target, seen, "was gone already");
      } else if (!blocking.isEmpty()) {
        ledger.settle(target, Outcome.UNTOUCHED, text(blocking));
      } else {
        open.put(id, node.get());
      }
    }
    guard(
        Guards.check(seen, List.copyOf(open.values()), context.plan.options()).stream()
            .map(Verdict::violations)
            .flatMap(List::stream)
            .toList());
  }

  private void leave(Step.Leave step) {
    Change.Leave change = new Change.Leave(step.queue(), in(step));
    switch (writer.perform(change)) {
      case Conclusion.Happened _ -> returner.owe(change.nodes());
      case Conclusion.Refused(String reason) -> {
        Snapshot seen = context.latest();
        returner.owe(
            change.nodes().stream().filter(node -> change.effectOn(seen.node(node.id()))).toList());
        if (ledger.goesOn()) {
          giveUp(change.nodes(), Outcome.FAILED, reason);
        }
      }
      case Conclusion.Open(String reason) -> unknown(change.nodes(), reason);
    }
  }

  private void drain(Step.Drain step) {
    context.cancellation.sleep(context.time, Step.Drain.SETTLE, Cancellation.Level.ONCE);
    Snapshot seen =
        context.lookUntil(
            this::allHaveLeft,
            "nodes that have left are still listed in their queue",
            context.plan.options().verifyDeadline());
    List<Node> still = in(step).stream().filter(node -> !hasLeft(node, seen)).toList();
    giveUp(still, Outcome.FAILED, "its queue lists it still, although the operation ended well");
    Map<Node, List<Job>> busy = new Drainage(context, batch.number(), step, seen).await(in(step));
    if (!busy.isEmpty() && ledger.goesOn() && !deletesBusy(step, busy)) {
      giveUp(
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
    if (in(step).isEmpty() || !ledger.goesOn()) {
      return;
    }
    Change.Delete change = new Change.Delete(in(step));
    switch (writer.perform(change)) {
      case Conclusion.Happened _ -> doom(change);
      case Conclusion.Refused(String reason) -> {
        List<Node> alive = alive(change, reason);
        if (ledger.goesOn()) {
          giveUp(alive, Outcome.FAILED, reason);
        }
      }
      case Conclusion.Open(String reason) -> {
        doom(change);
        unknown(alive(change, reason), reason);
      }
    }
  }

  private void doom(Change.Delete change) {
    change.nodes().forEach(node -> doomed.add(node.id()));
  }

  /// Looks again before the point of no return: at each node, and at what is left without them.
  private void recheck(Step.Delete step) {
    Snapshot seen = context.latest();
    for (Node node : in(step)) {
      Target planned = context.plan.target(node.id());
      Target target = returner.owes(node) ? planned.outOfQueue() : planned;
      List<Drift> blocking = blocking(target, seen);
      if (seen.node(node.id()).isEmpty()) {
        settleGone(target, seen, "was deleted by somebody else");
      } else if (!blocking.isEmpty()) {
        if (blocking.stream().anyMatch(drift -> drift.kind() == Drift.Kind.MOVED)) {
          returner.forget(node);
        }
        giveUp(List.of(node), Outcome.KEPT, text(blocking));
      }
    }
    guard(Guards.beforeDeletion(context.latest(), in(step), context.plan.options()));
  }

  /// Of a deletion that did not simply succeed, the nodes that are there still, at rest; the others
  /// are settled.
  private List<Node> alive(Change.Delete change, String reason) {
    Snapshot seen = context.latest();
    List<Node> alive = new ArrayList<>();
    for (Node node : change.nodes()) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        settleGone(target(node), seen, "is gone, although: " + reason);
      } else if (now.get().inTransition()) {
        unknown(List.of(node), "it is %s; %s".formatted(now.get().transition(), reason));
      } else {
        alive.add(node);
      }
    }
    return alive;
  }

  private void verify(Step.Verify step) {
    List<Node> nodes = in(step).stream().filter(node -> doomed.contains(node.id())).toList();
    Instant now = context.now();
    context.write(new Entry.Deadline(now, batch.number(), "verify", now.plus(step.atMost())));
    Snapshot seen =
        context.lookUntil(
            look -> nodes.stream().allMatch(node -> target(node).absentFrom(look)),
            "deleted nodes are still listed",
            step.atMost());
    for (Node node : nodes) {
      settleGone(target(node), seen, "deleted, and seen to be gone");
    }
  }

  /// Leaves no node unsettled, and none out of its queue that will not be deleted.
  private void finish() {
    String stopped = ledger.stopped();
    String reason = stopped == null ? "cancelled" : stopped;
    unknown(
        open.values().stream().filter(node -> doomed.contains(node.id())).toList(),
        "its deletion was accepted; " + reason);
    giveUp(open.values().stream().filter(returner::owes).toList(), Outcome.KEPT, reason);
    giveUp(List.copyOf(open.values()), Outcome.UNTOUCHED, reason);
  }

  private void guard(List<Violation> violations) {
    if (!open.isEmpty() && !violations.isEmpty()) {
      ledger.stop(violations.stream().map(Violation::text).collect(Collectors.joining("; ")));
    }
  }

  private void giveUp(Collection<Node> nodes, Outcome outcome, String reason) {
    List<Node> gone = List.copyOf(nodes);
    gone.forEach(node -> open.remove(node.id()));
    returner.giveUp(gone, outcome, reason);
  }

  /// Nobody can say what became of these: a person has to look, and nothing more is destroyed.
  private void unknown(Collection<Node> nodes, String reason) {
    for (Node node : nodes) {
      settle(target(node), Outcome.UNKNOWN, reason);
      ledger.fail("%s is unknown: %s".formatted(node.host(), reason));
    }
  }

  /// Settles a target whose deletion is to be seen: retired when it is gone from all lists.
  private void settleGone(Target target, Snapshot seen, String reason) {
    if (target.absentFrom(seen)) {
      settle(target, Outcome.RETIRED, reason);
    } else {
      settle(target, Outcome.UNKNOWN, "a node or queue list shows it still, but: " + reason);
      ledger.fail(target.host() + " is still listed");
    }
  }

  private void settle(Target target, Outcome outcome, String reason) {
    open.remove(target.id());
    ledger.settle(target, outcome, reason);
  }

  private boolean allHaveLeft(Snapshot seen) {
    return open.values().stream().allMatch(node -> hasLeft(node, seen));
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

  private Target target(Node node) {
    return context.plan.target(node.id());
  }

  private List<Node> in(Step step) {
    return step.nodes().stream().filter(open::containsKey).map(open::get).toList();
  }

  private static List<String> hosts(List<Node> nodes) {
    return nodes.stream().map(Node::host).toList();
  }
}
