package io.ebb.kill;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.cluster.Node;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.sim.Scenario;
import io.ebb.sim.Serials;
import io.ebb.sim.SimOptions;
import io.ebb.sim.SimRole;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A simulated cluster from which nodes are retired, and a saved plan to do so: 10 compute nodes
/// are in one queue and 8 in another. On one that goes, a job runs for some minutes more.
final class KillWorld implements AutoCloseable {
  static final String CLUSTER = "ehpc-kill";

  /// What each exchange takes: times in the journal and in the service's log differ by it.
  private static final Duration EXCHANGE = Duration.ofMillis(20);

  private final Way way;
  private final Simulator sim;
  private final Snapshot before;

  /// @param way for which it is; its time is the machine's or one in the folder
  KillWorld(Way way, Path folder) {
    this.way = way;
    SharedTime shared = new SharedTime(time(folder));
    this.sim = Simulator.start(scenario(), way.real() ? atOnce() : in(shared));
    World world =
        way.real() ? new World(Time.system(), InstantSource.system()) : new World(shared, shared);
    try (Ebb ebb = connect(world)) {
      this.before = ebb.cluster(CLUSTER).snapshot();
      PlanFile.write(plan(folder), plan(ebb));
    }
  }

  /// In real time operations take no time: to wait until they are looked at again takes enough.
  private static SimOptions atOnce() {
    return SimOptions.defaults().withQueueSpan(Duration.ZERO).withNodeSpan(Duration.ZERO);
  }

  private static SimOptions in(SharedTime time) {
    return SimOptions.defaults()
        .withWorld(time)
        .withWall(time)
        .withLog(_ -> time.advance(EXCHANGE));
  }

  private Ebb connect(World world) {
    Connection connection =
        new Connection(
            sim.endpoint(), sim.zone(), sim.accessKey(), new Secret(sim.secretKey()), null);
    return Ebb.connect(connection, Limits.defaults(), world, CallListener.none());
  }

  private Plan plan(Ebb ebb) {
    return ebb.cluster(CLUSTER)
        .retire(NodeSet.parse(way.nodes()), ebb.defaults().withBatch(Batches.parse("4")));
  }

  /// The file of the time.
  static Path time(Path folder) {
    return folder.resolve("time");
  }

  /// The file of the plan.
  static Path plan(Path folder) {
    return folder.resolve("plan.json");
  }

  Simulator sim() {
    return sim;
  }

  /// The cluster at its beginning.
  Snapshot before() {
    return before;
  }

  /// The ids of the nodes that are to go.
  Set<String> targets() {
    NodeSet hosts = NodeSet.parse(way.nodes());
    return before.nodes().stream()
        .filter(node -> hosts.contains(node.host()))
        .map(Node::id)
        .collect(Collectors.toSet());
  }

  /// The settings that lead to it.
  Map<String, String> settings() {
    return Map.of(
        "QINGCLOUD_ZONE", sim.zone(),
        "QINGCLOUD_ACCESS_KEY", sim.accessKey(),
        "QINGCLOUD_SECRET_KEY", sim.secretKey());
  }

  private static Scenario scenario() {
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

  @Override
  public void close() {
    sim.close();
  }
}
