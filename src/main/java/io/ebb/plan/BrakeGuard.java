package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The guard that looks at how well the rest of the cluster is.
final class BrakeGuard {
  private BrakeGuard() {}

  /// What it finds.
  ///
  /// @param targets the ids of all nodes that the plan names: they do not count, so that a plan
  ///   which takes away the unhealthy ones is not stopped by those it has not come to yet
  static Verdict verdict(Snapshot snapshot, Collection<String> targets, Brake brake) {
    Set<String> going = Set.copyOf(targets);
    List<Node> rest = snapshot.nodes().stream().filter(node -> !going.contains(node.id())).toList();
    List<Node> unwell = rest.stream().filter(Node::unwell).toList();
    String finding = "%d of %d other nodes unhealthy".formatted(unwell.size(), rest.size());
    return brake.acts(unwell.size(), rest.size())
        ? new Verdict(Guard.BRAKE, finding, List.of(violation(finding, unwell, brake)))
        : new Verdict(Guard.BRAKE, finding, List.of());
  }

  private static Violation violation(String finding, List<Node> unwell, Brake brake) {
    return new Violation(
        Guard.BRAKE,
        unwell.stream().map(Node::host).toList(),
        "%s, and the limit is %d%% or %d; something is wrong with the cluster"
            .formatted(finding, brake.percent(), brake.nodes()),
        "find out why, and wait until they are well");
  }
}
