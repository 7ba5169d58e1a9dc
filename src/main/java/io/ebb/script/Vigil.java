package io.ebb.script;

import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Looks at some nodes again and again until all of them are as wanted, or the time is up. It is
/// made of looks and sleeps that are recorded, so that a script that is resumed goes on with it.
///
/// @param outside the world
/// @param nodes the nodes; those that have gone meanwhile are not waited for
/// @param atMost how long
record Vigil(Outside outside, Nodes nodes, Duration atMost) {
  static final Duration USUAL = Duration.ofHours(1);

  private static final Pace PACE = new Pace(Duration.ofSeconds(15), 1.5, Duration.ofMinutes(2));

  /// Those of the nodes that are as wanted in the end, as they are then.
  ///
  /// @param wanted whether a node is, by a look
  Nodes await(BiPredicate<Snapshot, Node> wanted) {
    Instant until = outside.now().plus(atMost);
    for (int look = 0; ; look++) {
      Nodes now = look();
      Nodes ready = now.where(node -> wanted.test(now.snapshot(), node));
      Duration left = Duration.between(outside.present(), until);
      if (ready.size() == now.size() || !left.isPositive()) {
        return ready;
      }
      Duration pause = PACE.waitBefore(look);
      outside.sleep(pause.compareTo(left) < 0 ? pause : left);
    }
  }

  private Nodes look() {
    String cluster = nodes.snapshot().cluster();
    Snapshot now =
        outside.ask(
            Call.of(ClusterWords.said(cluster), "nodes"),
            Form.SNAPSHOT,
            ehpc -> ehpc.snapshot(cluster));
    Set<String> ids = nodes.list().stream().map(Node::id).collect(Collectors.toSet());
    return Nodes.all(now).where(node -> ids.contains(node.id()));
  }
}
