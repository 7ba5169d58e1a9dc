package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run is undone: what is not past the point of no return goes back into its queue.
final class UndoneRunTest {

  @Test
  void aNodeThatHasLeftGoesBackAndTheRestIsNotTouched() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4");
      String stopped = cluster.runUntil(Crash.when("after writing Deadline"), plan).orElseThrow();

      Run run = cluster.undo(stopped);

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.UNTOUCHED);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
      assertThat(cluster.run(plan)).as("nothing is left to do").isEqualTo(run);
    }
  }

  @Test
  void aLeavingThatGoesOnIsAwaitedAndUndone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      String stopped =
          cluster
              .runUntil(Crash.when("after calling " + SimulatedCluster.LEAVE), plan)
              .orElseThrow();

      assertThat(cluster.undo(stopped).nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void whatIsPastThePointOfNoReturnIsFollowedToItsEnd() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4");
      String stopped =
          cluster
              .runUntil(Crash.when("after calling " + SimulatedCluster.DELETE), plan)
              .orElseThrow();

      Run run = cluster.undo(stopped);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    }
  }

  @Test
  void aNodeThatSomebodyHasMovedMeanwhileIsLeftAloneAndTold() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      String stopped = cluster.runUntil(Crash.when("after writing Deadline"), plan).orElseThrow();
      cluster.moveToVis("node3");
      cluster.time.clock.advance(Duration.ofMinutes(1));

      Run run = cluster.undo(stopped);

      assertThat(run.nodes().getFirst().reason()).contains("somebody moved it");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  void aNodeThatARunHasLeftOutOfItsQueueGoesBackAfterItsEnd() {
    Scenario.Job endless = Scenario.Job.running("endless", "batch", List.of("node3"));
    try (SimulatedCluster cluster = SimulatedCluster.with(endless)) {
      cluster.inject(SimulatedCluster.JOIN, new FaultKind.OperationFails());
      Run left =
          cluster.run(
              cluster.plan(
                  RetireOptions.defaults().withDrain(Duration.ofMinutes(5)), "node3", "node4"));
      assertThat(left.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cluster.node("node3").orElseThrow().queue()).isNull();

      Run run = cluster.undo(left.id());

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
      assertThatThrownBy(() -> cluster.undo(left.id()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("left out of its queue");
    }
  }
}
