package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.Rule;
import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing goes wrong.
final class HappyRunTest {

  @Test
  void nodesOfOneQueueAreRetired() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4", "node5");

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.stopped()).isNull();
      assertThat(run.nodes())
          .extracting(NodeOutcome::host, NodeOutcome::outcome)
          .containsExactly(
              tuple("node3", Outcome.RETIRED),
              tuple("node4", Outcome.RETIRED),
              tuple("node5", Outcome.RETIRED));
      assertThat(cluster.node("node3")).isEmpty();
      assertThat(cluster.changedNodes()).hasSameElementsAs(ids(plan));
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void nodesOfTwoQueuesOfNoneAndOfAnotherRoleGoTogether() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      RetireOptions all = RetireOptions.defaults().withBatch(Batches.parse("all"));
      Plan plan = cluster.plan(all, "node1", "node7", "node99", "login2", "node8");

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.count(Outcome.RETIRED)).isEqualTo(5);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).as("one call per queue").isEqualTo(2);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).as("one call per batch").isEqualTo(1);
      assertThat(cluster.changedNodes()).hasSameElementsAs(ids(plan));
    }
  }

  @Test
  @Rule(7)
  void nodesLeaveBeforeTheyAreDeletedBatchByBatch() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.run(cluster.plan("node1", "node2", "node3"));

      assertThat(cluster.heard(RunEvent.StepBegan.class))
          .extracting(event -> event.batch() + " " + event.step().getClass().getSimpleName())
          .containsExactly(
              "1 Leave",
              "1 Drain",
              "1 Delete",
              "1 Verify",
              "2 Leave",
              "2 Drain",
              "2 Delete",
              "2 Verify");
      assertThat(cluster.heard(RunEvent.StepBegan.class).getLast().hosts())
          .containsExactly("node2", "node3");
    }
  }

  @Test
  @Rule(11)
  void theJournalHasIntentReceiptAndConclusionOfEachChange() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(cluster.plan("node1"));

      assertThat(run.id()).isEqualTo("r-2026-11-21-001");
      assertThat(cluster.journal.entries(run.id()))
          .extracting(entry -> entry.getClass().getSimpleName())
          .containsExactly(
              "Began",
              "QueuesSeen",
              "Stepped",
              "Intent",
              "Receipt",
              "Waiting",
              "Concluded",
              "Stepped",
              "Deadline",
              "Stepped",
              "Intent",
              "Receipt",
              "Waiting",
              "Concluded",
              "Stepped",
              "Deadline",
              "Settled",
              "QueuesSeen",
              "Ended");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 40})
  void theForecastIsWhatItTakes(int count) {
    try (SimulatedCluster cluster = SimulatedCluster.ofSize(count + 2)) {
      Plan plan = cluster.plan(hosts(count));

      Run run = cluster.run(plan);

      System.out.printf(
          "%d nodes: forecast %d calls, took %d calls and %s%n",
          count, plan.forecast().calls(), run.calls(), run.took());
      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.calls()).isBetween(plan.forecast().calls() - 3L, plan.forecast().calls() + 3L);
      assertThat(Duration.between(plan.forecast().earliest(), run.endedAt()))
          .isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void aServiceThatIsSlowToDeleteIsWaitedFor() {
    SimOptions slow = SimOptions.defaults().withNodeSpan(Duration.ofMinutes(12));
    try (SimulatedCluster cluster =
        new SimulatedCluster(SimulatedCluster.cluster("1-6", "7-9", List.of()), slow)) {
      assertThat(cluster.run(cluster.plan("node1")).state()).isEqualTo(RunState.DONE);
    }
  }

  private static List<String> ids(Plan plan) {
    return plan.targets().stream().map(Target::id).toList();
  }

  private static String[] hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> "node" + n).toArray(String[]::new);
  }
}
