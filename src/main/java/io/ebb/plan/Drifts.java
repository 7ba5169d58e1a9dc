package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Drift.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the nodes of a plan differ from what they were when it was made: what is shown before it is
/// begun. Nodes that differ in nothing are left out.
///
/// @param nodes those that differ, in the plan's order
public record Drifts(List<OfNode> nodes) {

  /// Copies the list.
  public Drifts {
    nodes = List.copyOf(nodes);
  }

  /// One node that differs.
  ///
  /// @param target the node as planned
  /// @param drifts in what it differs; at least one thing
  /// @param now the node with the status and the jobs that it has now; as planned when it is gone
  public record OfNode(Target target, List<Drift> drifts, Target now) {

    /// Copies the list.
    public OfNode {
      drifts = List.copyOf(drifts);
    }

    /// The gravest of them.
    public Weight weight() {
      return drifts.stream().map(Drift::weight).max(Weight::compareTo).orElse(Weight.BENIGN);
    }

    /// All of them in one sentence.
    public String text() {
      return drifts.stream().map(Drift::text).collect(Collectors.joining("; "));
    }
  }

  /// The differences of all nodes of a plan.
  ///
  /// @param now the cluster as it is
  public static Drifts of(Plan plan, Snapshot now) {
    Map<String, Node> nodes =
        now.nodes().stream()
            .collect(Collectors.toMap(Node::id, Function.identity(), (first, _) -> first));
    return new Drifts(
        plan.targets().stream()
            .map(target -> of(target, plan.options(), now, nodes.get(target.id())))
            .filter(node -> !node.drifts().isEmpty())
            .toList());
  }

  private static OfNode of(
      Target target, RetireOptions options, Snapshot now, @Nullable Node node) {
    List<Drift> drifts = Drift.of(target, options, now, node);
    return new OfNode(target, drifts, node == null ? target : target.as(node, now.jobsOn(node)));
  }

  /// Those of this weight, in the plan's order.
  public List<OfNode> of(Weight weight) {
    return nodes.stream().filter(node -> node.weight() == weight).toList();
  }

  /// What follows when somebody has confirmed these nodes, and no others. Blocking ones are left
  /// alone by the run itself, which looks again before it touches a node.
  ///
  /// @param confirmed the ids of the nodes; of those that need no confirmation nothing follows
  public Reconfirmation confirming(Collection<String> confirmed) {
    Map<String, String> unconfirmed = new LinkedHashMap<>();
    List<Target> accepted = new ArrayList<>();
    for (OfNode node : of(Weight.RECONFIRM)) {
      if (confirmed.contains(node.target().id())) {
        accepted.add(node.now());
      } else {
        unconfirmed.put(node.target().id(), node.text() + ", and nobody has confirmed it");
      }
    }
    return new Reconfirmation(unconfirmed, accepted);
  }
}
