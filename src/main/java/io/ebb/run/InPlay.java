package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The nodes of a batch that are not settled yet, and on which side each is. A node is settled
/// once.
final class InPlay {

  private record Place(Node node, Side side) {}

  private final RunContext context;
  private final Ledger ledger;

  /// By id, with the nodes as they were before they left their queues.
  private final Map<String, Place> open = new LinkedHashMap<>();

  InPlay(RunContext context, Ledger ledger) {
    this.context = context;
    this.ledger = ledger;
  }

  void enter(Node node, Side side) {
    open.put(node.id(), new Place(node, side));
  }

  List<Node> all() {
    return open.values().stream().map(Place::node).toList();
  }

  /// All that are on this side.
  List<Node> on(Side side) {
    return open.values().stream().filter(place -> place.side() == side).map(Place::node).toList();
  }

  /// Those that a step concerns.
  List<Node> in(Step step) {
    return all().stream().filter(node -> step.nodes().contains(node.id())).toList();
  }

  /// Those that a step is still to be taken for.
  List<Node> due(Step step) {
    return in(step).stream().filter(node -> isDue(step, node)).toList();
  }

  private boolean isDue(Step step, Node node) {
    return switch (step) {
      case Step.Leave _ -> is(node, Side.IN);
      case Step.Drain _, Step.Delete _, Step.Pause _, Step.Confirm _ -> !is(node, Side.DOOMED);
      case Step.Verify _ -> is(node, Side.DOOMED);
    };
  }

  /// Those of these nodes that are not settled.
  List<Node> still(Collection<Node> nodes) {
    return nodes.stream().filter(node -> open.containsKey(node.id())).toList();
  }

  boolean is(Node node, Side side) {
    Place place = open.get(node.id());
    return place != null && place.side() == side;
  }

  void move(Collection<Node> nodes, Side side) {
    nodes.forEach(node -> open.replace(node.id(), new Place(node, side)));
  }

  Target target(Node node) {
    return context.target(node.id());
  }

  /// The node as a look should find it.
  Target expected(Node node) {
    return is(node, Side.IN) ? target(node) : target(node).outOfQueue();
  }

  void settle(Node node, Outcome outcome, String reason) {
    settle(target(node), outcome, reason);
  }

  /// Nobody can say what became of these: a person has to look, and nothing more is destroyed.
  void unknown(Collection<Node> nodes, String reason) {
    for (Node node : nodes) {
      settle(node, Outcome.UNKNOWN, reason);
      ledger.fail("%s is unknown: %s".formatted(node.host(), reason));
    }
  }

  /// Settles a target that should be gone: it is retired when no list shows it any more.
  void gone(Target target, Sight seen, String reason) {
    if (target.absentFrom(seen.snapshot())) {
      settle(target, Outcome.RETIRED, reason);
    } else {
      settle(target, Outcome.UNKNOWN, "a node or queue list shows it still, but: " + reason);
      ledger.fail(target.host() + " is still listed");
    }
  }

  /// Settles a node that the plan does not delete: it stays as it is.
  void leaveOut(Node node, Sight seen) {
    Target target = target(node);
    if (seen.node(node.id()).isEmpty()) {
      gone(target, seen, "was deleted by somebody else");
      return;
    }
    String queue = target.queue();
    open.remove(node.id());
    ledger.leaveOut(
        target,
        queue == null
            ? "in no queue, as planned"
            : "out of queue %s, as planned".formatted(context.plan.queue(queue)));
  }

  private void settle(Target target, Outcome outcome, String reason) {
    open.remove(target.id());
    ledger.settle(target, outcome, reason);
  }
}
