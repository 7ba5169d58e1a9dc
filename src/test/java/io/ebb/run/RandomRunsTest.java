package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever goes wrong: no job is lost, nothing outside the plan is changed, nothing is deleted
/// twice, and what the run says is what is so. The seed stands in the name of each case;
/// `-Debb.seeds=3000` tries that many.
final class RandomRunsTest {
  private static final List<String> PATHS =
      List.of(
          SimulatedCluster.DELETE,
          SimulatedCluster.LEAVE,
          SimulatedCluster.JOIN,
          "/operation",
          "/cluster/listNodes",
          "/queue/ehpc/getQueueList",
          "/job/list");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("ebb.seeds", 40));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theRunTellsTheTruthAndHarmsNobody(long seed) {
    Random random = new Random(seed);
    try (SimulatedCluster cluster =
        new SimulatedCluster(
            SimulatedCluster.cluster("1-12", vis(seed), jobs(random)), SimOptions.defaults())) {
      Plan plan = plan(cluster, random);
      faults(random, pages(seed)).forEach(cluster.sim::inject);
      String moved = somebodyMovesOne(cluster, plan, random);

      Run run = cluster.run(plan);

      assertThat(cluster.sim.lostJobs()).isEmpty();
      Set<String> targets = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
      assertThat(targets).containsAll(cluster.changedNodes());
      assertThat(run.nodes()).extracting(NodeOutcome::id).hasSameElementsAs(targets);
      Snapshot truth = truth(cluster);
      run.nodes().stream()
          .filter(node -> !node.host().equals(moved) || node.outcome() == Outcome.RETIRED)
          .forEach(node -> check(plan.target(node.id()), node, truth));
      assertThat(deleted(cluster)).doesNotHaveDuplicates();
    }
  }

  /// Half of the clusters are so large that their nodes take two pages.
  private static String vis(long seed) {
    return pages(seed) == 1 ? "13-16" : "13-16,100-200";
  }

  private static int pages(long seed) {
    return seed % 2 == 0 ? 1 : 2;
  }

  /// Faults that have not struck yet may strike whoever looks afterwards.
  private static Snapshot truth(SimulatedCluster cluster) {
    for (int look = 0; ; look++) {
      try {
        return cluster.ehpc.snapshot(SimulatedCluster.ID);
      } catch (EhpcException e) {
        assertThat(look).as("looks that failed").withFailMessage(e::toString).isLessThan(10);
      }
    }
  }

  private static void check(Target target, NodeOutcome outcome, Snapshot truth) {
    switch (outcome.outcome()) {
      case RETIRED -> assertThat(target.absentFrom(truth)).as(outcome.toString()).isTrue();
      case KEPT, UNTOUCHED ->
          assertThat(truth.node(target.id()).map(Node::queue))
              .as(outcome.toString())
              .hasValue(target.queue());
      case FAILED -> assertThat(truth.node(target.id())).as(outcome.toString()).isPresent();
      case UNKNOWN -> assertThat(outcome.reason()).isNotBlank();
      case OPEN -> throw new AssertionError(outcome.toString());
    }
  }

  /// In half of the cases, just before a change is sent, somebody else moves a node to another
  /// queue, where a job starts on it; returns the host.
  private static String somebodyMovesOne(SimulatedCluster cluster, Plan plan, Random random) {
    if (random.nextBoolean()) {
      return "";
    }
    String host = plan.targets().get(random.nextInt(plan.targets().size())).host();
    String action =
        random.nextBoolean() ? SimulatedCluster.DELETE_ACTION : SimulatedCluster.LEAVE_ACTION;
    cluster.beforeSending(
        action,
        () -> {
          try {
            cluster.moveToVis(host);
          } catch (EhpcException | NoSuchElementException e) {
            System.out.println("somebody else cannot move " + host + " either: " + e);
          }
        });
    return host;
  }

  private static Plan plan(SimulatedCluster cluster, Random random) {
    List<String> hosts =
        new ArrayList<>(IntStream.rangeClosed(1, 15).mapToObj(n -> "node" + n).toList());
    Collections.shuffle(hosts, random);
    RetireOptions options =
        RetireOptions.defaults()
            .withDrain(Duration.ofMinutes(10))
            .withStopAfter(1 + random.nextInt(3))
            .withBatch(Batches.parse(List.of("all", "1,2", "doubling").get(random.nextInt(3))));
    return cluster.plan(options, hosts.subList(0, 2 + random.nextInt(6)).toArray(String[]::new));
  }

  private static List<Scenario.Job> jobs(Random random) {
    List<Scenario.Job> jobs = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      int serial = 1 + random.nextInt(16);
      String queue = serial <= 12 ? "batch" : "vis";
      List<String> hosts = List.of("node" + serial);
      Duration lasts = Duration.ofMinutes(1 + random.nextInt(20));
      jobs.add(
          random.nextBoolean()
              ? Scenario.Job.running("job" + n, queue, hosts).endingIn(lasts)
              : Scenario.Job.starting(
                      "job" + n, queue, hosts, Duration.ofSeconds(random.nextInt(120)))
                  .endingIn(lasts));
    }
    return jobs;
  }

  /// None in the first look, whose errors are thrown.
  private static List<Fault> faults(Random random, int pages) {
    return IntStream.range(0, random.nextInt(5)).mapToObj(_ -> fault(random, pages)).toList();
  }

  private static Fault fault(Random random, int pages) {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    int first = path.equals("/cluster/listNodes") ? pages : 1;
    return new Fault(path, first + 1 + random.nextInt(3), kind(random));
  }

  private static FaultKind kind(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new FaultKind.ResetBefore();
      case 1 -> new FaultKind.ResetAfter();
      case 2 -> new FaultKind.Garbage();
      case 3 -> new FaultKind.OperationFails();
      case 4 -> new FaultKind.OperationNeverEnds();
      case 5 -> new FaultKind.RetCode(5100, "busy");
      case 6 -> new FaultKind.RetCode(1400, "some state forbids it");
      default -> new FaultKind.HttpStatus(502, "bad gateway");
    };
  }

  private static List<String> deleted(SimulatedCluster cluster) {
    return cluster.sim.changes().stream()
        .filter(change -> change.kind() == Change.Kind.NODE_DELETED)
        .map(Change::subject)
        .toList();
  }
}
