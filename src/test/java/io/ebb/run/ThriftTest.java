package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.Call;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many calls a run makes when nothing goes wrong.
final class ThriftTest {
  private static final SimOptions PLENTY = SimOptions.defaults().withCallQuota(1_000_000);

  /// Half of the nodes of each queue are retired.
  @ParameterizedTest(name = "{0} nodes of {1} queues, batches {2}")
  @CsvSource({
    "4, 1, all",
    "4, 1, doubling",
    "12, 4, all",
    "12, 4, '1,2,4'",
    "40, 1, doubling",
    "40, 4, all",
    "40, 4, doubling",
    "400, 10, all",
    "400, 10, 25%"
  })
  void theForecastIsExactlyWhatItTakes(int nodes, int queues, String batches) {
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(queues, 2 * nodes / queues, PLENTY)) {
      Plan plan = plan(cluster, nodes, queues, batches);
      int planning = cluster.sim.calls().size();

      Run run = cluster.run(plan);

      assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
      assertThat(run.calls()).isEqualTo(plan.forecast().calls());
      assertThat(run.endedAt().minus(Duration.ofSeconds(20))).isEqualTo(plan.forecast().earliest());
      System.out.printf(
          "%d nodes, %d queues, %s: %d calls to plan, %d to carry out, %s%n",
          nodes, queues, batches, planning, run.calls(), run.took());
    }
  }

  /// 4 to plan, one for each queue, 1 poll, nodes and queues and jobs once more, 1 deletion, 2
  /// polls, and nodes and queues to prove it.
  @ParameterizedTest
  @CsvSource({"4, 1", "40, 4"})
  void whatIsAppliedAtOnceNeedsNoSecondFirstLook(int nodes, int queues) {
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(queues, 2 * nodes / queues, PLENTY)) {
      Run run = cluster.runAtOnce(plan(cluster, nodes, queues, "all"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.sim.calls()).hasSize(13 + queues);
    }
  }

  @Test
  void eachFurtherBatchTakesTenCalls() {
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(1, 12, PLENTY)) {
      Run run = cluster.runAtOnce(plan(cluster, 6, 1, "1"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.sim.calls()).hasSize(4 + 6 * 10);
    }
  }

  @Test
  void nothingIsTakenFromAPlanThatSomebodyHasReadForAMoment() {
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(1, 8, PLENTY)) {
      Plan plan = plan(cluster, 4, 1, "all");
      cluster.time.clock.advance(Looks.MOMENT.plusMillis(1));
      int before = cluster.sim.calls().size();

      cluster.runAtOnce(plan);

      assertThat(cluster.sim.calls().subList(before, before + 4))
          .extracting(Call::path)
          .containsExactly(
              "/cluster/listNodes",
              "/queue/ehpc/getQueueList",
              "/operation",
              SimulatedCluster.LEAVE);
    }
  }

  @Test
  void aChangeFromHereMakesThePlansLookAnOldOne() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.ehpc.removeFromQueue(
          SimulatedCluster.ID, "ehpcq-vis", List.of(cluster.node("node7").orElseThrow()));
      int before = cluster.sim.calls().size();

      cluster.runAtOnce(plan);

      assertThat(cluster.sim.calls().get(before).path()).isEqualTo("/cluster/listNodes");
    }
  }

  /// What the first run has deleted must not count as kept by what the second was planned from.
  @Test
  void theEndOfAnotherRunMakesThePlansLookAnOldOne() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.runAtOnce(cluster.plan("node3"));
      Plan next = cluster.plan("node4");
      int before = cluster.sim.calls().size();

      cluster.runAtOnce(next);

      assertThat(cluster.sim.calls().get(before).path()).isEqualTo("/cluster/listNodes");
    }
  }

  private static Plan plan(SimulatedCluster cluster, int nodes, int queues, String batches) {
    int each = nodes / queues;
    String[] hosts =
        IntStream.range(0, queues)
            .boxed()
            .flatMap(queue ->
                IntStream.rangeClosed(1, each).mapToObj(n -> "node" + (2 * each * queue + n)))
            .toArray(String[]::new);
    return cluster.plan(RetireOptions.defaults().withBatch(Batches.parse(batches)), hosts);
  }
}
