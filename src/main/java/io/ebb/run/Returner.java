package io.ebb.run;

import io.ebb.cluster.Node;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Settles nodes that will not be deleted, after having put those back into their queues that have
/// left by our doing (rule 12). What somebody else has done with them meanwhile is left alone.
final class Returner {
  private final RunContext context;
  private final Writer writer;
  private final Ledger ledger;
  private final InPlay play;

  Returner(RunContext context, Writer writer, Ledger ledger, InPlay play) {
    this.context = context;
    this.writer = writer;
    this.ledger = ledger;
    this.play = play;
  }

  /// These nodes stay for a reason that is no failure: kept when something was changed about them.
  void keep(Collection<Node> nodes, String reason) {
    giveUp(nodes, Outcome.UNTOUCHED, Outcome.KEPT, reason);
  }

  /// These nodes could not be retired.
  void fail(Collection<Node> nodes, String reason) {
    giveUp(nodes, Outcome.FAILED, Outcome.FAILED, reason);
  }

  /// These nodes could not be retired, unless the run is stopped: then that is the reason why they
  /// are given up in the end.
  void failUnlessStopped(Collection<Node> nodes, String reason) {
    if (ledger.goesOn()) {
      fail(nodes, reason);
    }
  }

  /// Settles what is left when the batch is over or had to be left.
  void close() {
    String stopped = ledger.stopped();
    String reason = stopped == null ? "cancelled" : stopped;
    play.unknown(play.on(InPlay.Side.DOOMED), "its deletion was accepted; " + reason);
    keep(play.all(), reason);
  }

  private void giveUp(Collection<Node> nodes, Outcome unchanged, Outcome back, String reason) {
    for (Node node : play.still(nodes)) {
      if (play.is(node, InPlay.Side.IN)) {
        play.settle(node, unchanged, reason);
      }
    }
    play.still(nodes).stream()
        .collect(Collectors.groupingBy(node -> Objects.requireNonNull(node.queue())))
        .forEach((queue, of) -> putBack(queue, of, back, reason));
  }

  private void putBack(String queue, List<Node> nodes, Outcome outcome, String reason) {
    String name = context.plan.queue(queue);
    try {
      Change.Return change = new Change.Return(queue, name, nodes);
      Conclusion conclusion =
          writer.perform(change, seen -> homeless(change, seen, outcome, reason));
      settle(change.of(play.still(nodes)), conclusion, outcome, reason, name);
    } catch (RuntimeException e) {
      ledger.fail(Setback.text(e));
      notBack(play.still(nodes), name, reason, Setback.text(e));
    }
  }

  /// Those that are in no queue still; the others are settled.
  private List<Node> homeless(Change.Return change, Sight seen, Outcome outcome, String reason) {
    for (Node node : play.still(change.nodes())) {
      Optional<Node> now = seen.node(node.id());
      if (now.isEmpty()) {
        play.gone(play.target(node), seen, "was deleted by somebody else; " + reason);
      } else if (change.effectOn(now)) {
        play.settle(node, outcome, reason + "; it is in queue " + change.name());
      } else if (now.get().queue() != null || !now.get().host().equals(node.host())) {
        play.settle(
            node, Outcome.FAILED, reason + "; somebody moved it to " + place(now.get(), seen));
      }
    }
    return play.still(change.nodes());
  }

  private static String place(Node now, Sight seen) {
    String queue = now.queue();
    return now.host()
        + (queue == null
            ? ""
            : " in queue " + seen.queue(queue).map(found -> found.label()).orElse(queue));
  }

  private void settle(
      Change change, Conclusion conclusion, Outcome outcome, String reason, String queue) {
    if (change.nodes().isEmpty()) {
      return;
    }
    Sight seen =
        conclusion instanceof Conclusion.Happened
            ? context.lookUntil(
                context::look,
                change::done,
                "nodes are not yet listed in " + queue,
                context.plan.options().verifyDeadline())
            : context.look();
    for (Node node : change.nodes()) {
      if (change.effectOn(seen.node(node.id()))) {
        play.settle(node, outcome, reason + "; back in queue " + queue);
      }
    }
    notBack(play.still(change.nodes()), queue, reason, why(conclusion));
  }

  private static String why(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Happened _ -> "the queue does not list it";
      case Conclusion.Failed(String why) -> why;
      case Conclusion.Refused(String why) -> why;
      case Conclusion.Open(String why) -> why;
      case Conclusion.Dropped _ -> conclusion.text();
    };
  }

  private void notBack(List<Node> nodes, String queue, String reason, String why) {
    settle(
        nodes,
        "%s; it is out of queue %s and could not be put back: %s".formatted(reason, queue, why));
  }

  private void settle(List<Node> nodes, String reason) {
    nodes.forEach(node -> play.settle(node, Outcome.FAILED, reason));
  }
}
