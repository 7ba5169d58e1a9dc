package io.ebb.run;

import io.ebb.plan.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of the nodes of one run so far, and whether it goes on.
final class Ledger {
  private final RunContext context;
  private final Map<String, NodeOutcome> settled = new LinkedHashMap<>();

  /// The ids of the nodes that are kept because the plan does not delete them.
  private final Set<String> leftOut = new HashSet<>();

  private @Nullable String stopped;
  private boolean broken;
  private boolean noted;

  /// @param history what is settled already
  Ledger(RunContext context, History history) {
    this.context = context;
    for (Target target : context.plan.targets()) {
      history.settled(target.id()).ifPresent(this::add);
      if (history.leftOut(target.id())) {
        leftOut.add(target.id());
      }
    }
    history.stopped().ifPresent(this::stoppedBefore);
  }

  private void add(NodeOutcome node) {
    settled.put(node.id(), node);
    if (node.outcome() == Outcome.UNKNOWN) {
      fail("%s is unknown: %s".formatted(node.host(), node.reason()));
    }
  }

  private void stoppedBefore(Entry.Stopped why) {
    if (!why.cancelled()) {
      stop(why.reason());
    }
    broken |= why.broken();
    noted = true;
  }

  void settle(Target target, Outcome outcome, String reason) {
    NodeOutcome node = new NodeOutcome(target.id(), target.host(), outcome, reason);
    context.write(new Entry.Settled(context.now(), node));
    settled.put(target.id(), node);
    context.settled(target.id());
    context.tell(new RunEvent.NodeSettled(node));
  }

  /// Settles a target that stays out of its queue, because the plan does not delete it.
  void leaveOut(Target target, String reason) {
    leftOut.add(target.id());
    settle(target, Outcome.KEPT, reason);
  }

  /// Whether the outcome of this target is known.
  boolean settled(Target target) {
    return settled.containsKey(target.id());
  }

  /// No further batch begins, because a guard or a limit says so; the first reason counts.
  void stop(String reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }

  /// No further batch begins, because something went wrong.
  void fail(String reason) {
    stop(reason);
    broken = true;
  }

  /// Writes down that nothing new is begun any more, if that is so: whoever goes on with the run
  /// begins nothing new either.
  void noteStop() {
    if (!goesOn() && !noted) {
      noted = true;
      boolean cancelled = context.cancellation.toPutBack();
      context.write(new Entry.Stopped(context.now(), reason(), cancelled, broken));
    }
  }

  /// Why nothing new is begun any more.
  String reason() {
    String why = stopped();
    return why == null ? "cancelled" : why;
  }

  @Nullable String stopped() {
    return stopped == null ? context.trouble() : stopped;
  }

  boolean goesOn() {
    return stopped() == null && !context.cancellation.cancelled();
  }

  /// Stops the run when as many nodes have failed as the plan allows.
  void countFailures() {
    long failed = count(Outcome.FAILED);
    if (failed >= context.plan.options().stopAfter()) {
      fail("%d failed, and the limit is %d".formatted(failed, context.plan.options().stopAfter()));
    }
  }

  /// The outcome of every target, in the plan's order; what is not settled becomes untouched.
  List<NodeOutcome> close() {
    noteStop();
    String reason = "not begun: " + reason();
    for (Target target : context.plan.targets()) {
      if (!settled.containsKey(target.id())) {
        settle(target, Outcome.UNTOUCHED, reason);
      }
    }
    return context.plan.targets().stream().map(target -> outcome(target)).toList();
  }

  /// Where every target stands as far as this process knows, in the plan's order.
  List<NodeOutcome> standing() {
    return context.plan.targets().stream()
        .map(target -> settled.getOrDefault(target.id(), open(target)))
        .toList();
  }

  private NodeOutcome open(Target target) {
    return new NodeOutcome(
        target.id(), target.host(), Outcome.OPEN, context.whereabouts(target.id()));
  }

  RunState state() {
    long nodes = context.plan.targets().size();
    long asPlanned = count(Outcome.RETIRED) + leftOut.size();
    if (asPlanned == nodes) {
      return RunState.DONE;
    }
    if (count(Outcome.UNKNOWN) > 0) {
      return RunState.UNKNOWN;
    }
    if (context.cancellation.cancelled()) {
      return RunState.CANCELLED;
    }
    if (count(Outcome.UNTOUCHED) == nodes && !broken && context.trouble() == null) {
      return RunState.REFUSED;
    }
    return asPlanned == 0 ? RunState.FAILED : RunState.PARTIAL;
  }

  private long count(Outcome outcome) {
    return settled.values().stream().filter(node -> node.outcome() == outcome).count();
  }

  private NodeOutcome outcome(Target target) {
    NodeOutcome outcome = settled.get(target.id());
    if (outcome == null) {
      throw new IllegalStateException("node " + target.id() + " was never settled");
    }
    return outcome;
  }
}
