package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Puts nodes that will not be deleted back into the queues they have left (rule 12), and settles
/// them.
final class Returner {
  private final RunContext context;
  private final Writer writer;
  private final Ledger ledger;
  private final Map<String, Node> left = new HashMap<>();

  Returner(RunContext context, Writer writer, Ledger ledger) {
    this.context = context;
    this.writer = writer;
    this.ledger = ledger;
  }

  /// These nodes have left their queue.
  ///
  /// @param nodes the nodes as they were before
  void owe(Collection<Node> nodes) {
    nodes.forEach(node -> left.put(node.id(), node));
  }

  /// Whether the node has left its queue and is not back.
  boolean owes(Node node) {
    return left.containsKey(node.id());
  }

  /// The node is not to be put back: it is gone, or somebody else has put it elsewhere.
  void forget(Node node) {
    left.remove(node.id());
  }

  /// Settles nodes that will not be deleted, after having put back those that have left.
  void giveUp(Collection<Node> nodes, Outcome outcome, String reason) {
    for (Node node : nodes) {
      if (!owes(node)) {
        settle(node, outcome, reason);
      }
    }
    nodes.stream()
        .filter(this::owes)
        .collect(Collectors.groupingBy(node -> Objects.requireNonNull(node.queue())))
        .forEach((queue, of) -> putBack(queue, of, outcome, reason));
  }

  private void putBack(String queue, List<Node> nodes, Outcome outcome, String reason) {
    String name = context.plan.queue(queue);
    if (context.cancellation.asked(Level.TWICE)) {
      nodes.forEach(node ->
          settle(
              node,
              Outcome.FAILED,
              reason + "; cancelled twice, so it is still out of queue " + name));
      return;
    }
    try {
      Change.Return change = new Change.Return(queue, name, nodes);
      settle(change, writer.perform(change), outcome, reason);
    } catch (EhpcException e) {
      ledger.fail(Setback.text(e));
      fail(nodes, name, reason, Setback.text(e));
    }
  }

  private void settle(Change.Return change, Conclusion conclusion, Outcome outcome, String reason) {
    Snapshot seen =
        conclusion instanceof Conclusion.Happened
            ? context.lookUntil(
                change::done,
                "nodes are not yet listed in " + change.name(),
                context.plan.options().verifyDeadline())
            : context.look();
    List<Node> missing = new ArrayList<>();
    for (Node node : change.nodes()) {
      if (change.effectOn(seen.node(node.id()))) {
        settle(node, outcome, reason + "; back in queue " + change.name());
      } else {
        missing.add(node);
      }
    }
    fail(missing, change.name(), reason, why(conclusion));
  }

  private static String why(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Happened _ -> "the queue does not list it";
      case Conclusion.Refused(String why) -> why;
      case Conclusion.Open(String why) -> why;
    };
  }

  private void fail(List<Node> nodes, String queue, String reason, String why) {
    for (Node node : nodes) {
      settle(
          node,
          Outcome.FAILED,
          "%s; it is out of queue %s and could not be put back: %s".formatted(reason, queue, why));
    }
  }

  private void settle(Node node, Outcome outcome, String reason) {
    left.remove(node.id());
    ledger.settle(context.plan.target(node.id()), outcome, reason);
  }
}
