package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Rule;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The cluster changes behind the run's back.
final class DriftedRunTest {
  private static final RetireOptions ALL = RetireOptions.defaults().withBatch(Batches.parse("all"));

  @Test
  void aNodeThatVanishedBeforeTheRunIsDone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(ALL, "node3", "node4");
      cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3");

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.nodes().getFirst().reason()).isEqualTo("was gone already");
    }
  }

  /// The first look of the run, while the node was elsewhere, is not what it is put back by.
  @Test
  void aNodeThatWasElsewhereWhenTheRunBeganGoesBackIntoItsPlannedQueue() {
    Scenario.Job endless = Scenario.Job.running("endless", "batch", List.of("node3"));
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node4", "node3");
      cluster.move("node3", "ehpcq-vis");
      cluster.atStep(
          Step.Verify.class,
          () -> {
            cluster.move("node3", "ehpcq-batch");
            cluster.time.clock.advance(Duration.ofSeconds(20));
            cluster.sim.world().addJob(SimulatedCluster.ID, endless);
            cluster.onEvent = _ -> {};
          });

      Run run = cluster.run(plan);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void aNodeThatVanishesAfterItHasLeftIsDone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      before(
          cluster,
          Step.Drain.class,
          () -> cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3"));

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.nodes().getFirst().reason()).isEqualTo("was deleted by somebody else");
    }
  }

  @Test
  void aNodeThatVanishesJustBeforeItsDeletionIsDoneAfterLooking() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      before(
          cluster,
          Step.Delete.class,
          () -> cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3"));

      assertThat(cluster.run(cluster.plan(ALL, "node3")).state()).isEqualTo(RunState.DONE);
    }
  }

  @Test
  @Rule(1)
  void anotherNodeUnderTheSameHostNameIsNeverTouched() {
    Plan plan;
    try (SimulatedCluster before = threeIs("cln-old")) {
      plan = before.plan(ALL, "node3");
    }
    try (SimulatedCluster after = threeIs("cln-heir")) {
      Run run = after.run(plan);

      assertThat(run.nodes().getFirst().reason()).isEqualTo("was gone already");
      assertThat(after.sim.changes()).isEmpty();
    }
  }

  @Test
  void aNodeThatSomebodyTookOutOfItsQueueIsLeftAlone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(ALL, "node3", "node4");
      cluster.sim.world().leaveQueue(SimulatedCluster.ID, "node3");

      Run run = cluster.run(plan);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.UNTOUCHED, Outcome.RETIRED);
      assertThat(run.nodes().getFirst().reason())
          .isEqualTo("it was in queue ehpcq-batch and is in no queue now");
    }
  }

  @Test
  void aNodeThatSomebodyPutIntoAnotherQueueIsLeftThereAndSaidToBe() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      before(
          cluster,
          Step.Drain.class,
          () -> {
            cluster.ehpc.addToQueue(
                SimulatedCluster.ID, "ehpcq-vis", List.of(cluster.node("node3").orElseThrow()));
            cluster.time.clock.advance(Duration.ofSeconds(8));
          });

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.RETIRED);
      assertThat(run.nodes().getFirst().reason())
          .endsWith("somebody moved it to node3 in queue vis");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  @Rule(8)
  void limitsAreCheckedAgainBeforeTheDeletion() {
    RetireOptions options = ALL.withLimits(Limits.defaults().withKeepPerQueue(4));
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      before(
          cluster,
          Step.Drain.class,
          () -> cluster.sim.world().leaveQueue(SimulatedCluster.ID, "node6"));

      Run run = cluster.run(cluster.plan(options, "node3", "node4"));

      assertThat(run.stopped()).contains("rule 8", "would keep 3 usable nodes, the limit is 4");
      assertThat(run.nodes()).extracting(NodeOutcome::outcome).containsOnly(Outcome.KEPT);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void limitsThatDoNotHoldAnyMoreRefuseTheWholeRun() {
    RetireOptions options = ALL.withLimits(Limits.defaults().withKeepPerQueue(4));
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(options, "node3", "node4");
      cluster.sim.world().leaveQueue(SimulatedCluster.ID, "node6");
      int before = cluster.sim.changes().size();

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.REFUSED);
      assertThat(cluster.sim.changes()).hasSize(before);
    }
  }

  @Test
  @Rule(9)
  void aClusterThatFallsIllMeanwhileLosesNoNode() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      before(
          cluster,
          Step.Drain.class,
          () ->
              List.of("node1", "node2", "node5", "node6", "node7", "node8")
                  .forEach(host ->
                      cluster.sim.world().setHealth(SimulatedCluster.ID, host, "unhealthy")));

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(run.stopped()).contains("brake (rule 9): 6 of 11 other nodes unhealthy");
      assertThat(run.nodes()).extracting(NodeOutcome::outcome).containsOnly(Outcome.KEPT);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  private static SimulatedCluster threeIs(String id) {
    return new SimulatedCluster(
        SimulatedCluster.cluster("1-2,4-6", "7-9", List.of(), id), SimOptions.defaults());
  }

  private static void before(
      SimulatedCluster cluster, Class<? extends Step> type, Runnable somebodyElse) {
    cluster.onEvent =
        event -> {
          if (event instanceof RunEvent.StepBegan(int _, Step step, List<String> _)
              && type.isInstance(step)) {
            somebodyElse.run();
          }
        };
  }
}
