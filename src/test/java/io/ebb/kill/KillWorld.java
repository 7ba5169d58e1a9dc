package io.ebb.kill;

import io.ebb.cluster.NodeSet;
import io.ebb.sim.Scenario;
import io.ebb.sim.Serials;
import io.ebb.sim.SimRole;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cluster whose nodes are retired: 10 compute nodes in one queue and 8 in another, of which 12
/// go. A batch of 4 is of the first queue, one of both, one of the second. On one of them a job
/// runs for some minutes more.
final class KillWorld {
  static final String CLUSTER = "ehpc-kill";
  static final String TARGETS = "node[1-6,11-16]";
  static final List<String> HOSTS = NodeSet.parse(TARGETS).expand();

  private KillWorld() {}

  static Scenario scenario() {
    return new Scenario("usr-kill", "jn1a", "KILLKEY", "KILLSECRET", List.of(cluster()));
  }

  private static Scenario.Cluster cluster() {
    return new Scenario.Cluster(
        CLUSTER,
        "kill",
        Duration.ofDays(100),
        List.of(
            new Scenario.Queue("ehpcq-batch", "batch", "batch", true),
            new Scenario.Queue("ehpcq-vis", "vis", "vis", false)),
        List.of(
            nodes(SimRole.LOGIN, "1-2", null),
            nodes(SimRole.CONTROLLER, "1", null),
            nodes(SimRole.COMPUTE, "1-10", "batch"),
            nodes(SimRole.COMPUTE, "11-18", "vis")),
        List.of(
            Scenario.Job.running("long", "batch", List.of("node6"))
                .endingIn(Duration.ofMinutes(4))));
  }

  private static Scenario.Nodes nodes(SimRole role, String serials, @Nullable String queue) {
    return new Scenario.Nodes(
        role, Serials.parse(serials), null, null, queue, "healthy", 26, 81_920, Duration.ofDays(9));
  }
}
