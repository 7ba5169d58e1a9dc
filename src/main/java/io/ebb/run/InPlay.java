package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a batch that are not settled yet. A node is settled once; whatever happens, none is
/// left unsettled, and none that lives on is left out of its queue.
final class InPlay {
  private final RunContext context;
  private final Ledger ledger;
  private final Returner returner;

  /// By id, as they were before they left their queues.
  private final Map<String, Node> open = new LinkedHashMap<>();

  /// The ids of nodes past the point of no return.
  private final Set<String> doomed = new HashSet<>();

  InPlay(RunContext context, Ledger ledger, Returner returner) {
    this.context = context;
    this.ledger = ledger;
    this.returner = returner;
  }

  void enter(Node node) {
    open.put(node.id(), node);
  }

  List<Node> all() {
    return List.copyOf(open.values());
  }

  /// Those that a step concerns.
  List<Node> in(Step step) {
    return step.nodes().stream().filter(open::containsKey).map(open::get).toList();
  }

  /// Those that a step concerns and whose deletion was, or may have been, accepted.
  List<Node> doomedIn(Step step) {
    return in(step).stream().filter(node -> doomed.contains(node.id())).toList();
  }

  /// The deletion of these was, or may have been, accepted: there is no way back.
  void doom(Collection<Node> nodes) {
    nodes.forEach(node -> doomed.add(node.id()));
  }

  /// Settles nodes that will not be deleted, after having put back those that have left.
  void giveUp(Collection<Node> nodes, Outcome outcome, String reason) {
    List<Node> given = List.copyOf(nodes);
    given.forEach(node -> open.remove(node.id()));
    returner.giveUp(given, outcome, reason);
  }

  /// Nobody can say what became of these: a person has to look, and nothing more is destroyed.
  void unknown(Collection<Node> nodes, String reason) {
    for (Node node : nodes) {
      settle(target(node), Outcome.UNKNOWN, reason);
      ledger.fail("%s is unknown: %s".formatted(node.host(), reason));
    }
  }

  /// Settles a target that should be gone: it is retired when no list shows it any more.
  void gone(Target target, Snapshot seen, String reason) {
    if (target.absentFrom(seen)) {
      settle(target, Outcome.RETIRED, reason);
    } else {
      settle(target, Outcome.UNKNOWN, "a node or queue list shows it still, but: " + reason);
      ledger.fail(target.host() + " is still listed");
    }
  }

  /// Settles what is left when the batch is over or had to be left.
  void close() {
    String stopped = ledger.stopped();
    String reason = stopped == null ? "cancelled" : stopped;
    unknown(
        all().stream().filter(node -> doomed.contains(node.id())).toList(),
        "its deletion was accepted; " + reason);
    giveUp(all().stream().filter(returner::owes).toList(), Outcome.KEPT, reason);
    giveUp(all(), Outcome.UNTOUCHED, reason);
  }

  Target target(Node node) {
    return context.plan.target(node.id());
  }

  private void settle(Target target, Outcome outcome, String reason) {
    open.remove(target.id());
    ledger.settle(target, outcome, reason);
  }
}
