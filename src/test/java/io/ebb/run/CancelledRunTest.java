package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Step;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Past;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody cancels the run.
final class CancelledRunTest {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void beforeTheFirstBatchNothingIsTouched() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.cancellation.cancel();

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.UNTOUCHED);
      assertThat(cluster.sim.changes()).isEmpty();
    }
  }

  @Test
  void whileDrainingTheNodeGoesBackAtOnce() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cancelWhenWaitingFor(cluster, "job");

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.UNTOUCHED);
      assertThat(run.nodes().getFirst().reason()).isEqualTo("cancelled; back in queue batch");
      assertThat(run.took()).isLessThan(Duration.ofMinutes(1));
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void whileTheNodeLeavesTheOperationIsAwaitedAndUndone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cancelWhenWaitingFor(cluster, "leaving queue");

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  @Test
  void whileTheListsLagBehindANodeThatHasLeftGoesBackAllTheSame() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.sim.inject(
          Fault.every(
              "/queue/ehpc/getQueueList",
              new FaultKind.Stale(new Past.Ago(Duration.ofSeconds(20)))));
      cancelWhenWaitingFor(cluster, "leaving queue");

      Run run = cluster.run(cluster.plan("node3"));

      cluster.time.clock.advance(Duration.ofMinutes(1));
      assertThat(run.nodes().getFirst().reason()).isEqualTo("cancelled; back in queue batch");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void pastThePointOfNoReturnTheBatchIsFinishedAndNoOtherBegins() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cancelWhenWaitingFor(cluster, "deletion");

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
      assertThat(run.nodes().getLast().reason()).isEqualTo("not begun: cancelled");
    }
  }

  @Test
  void betweenLookAndDeletionNothingIsDeleted() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.StepBegan(int _, Step.Delete _, List<String> _)) {
              cluster.cancellation.cancel();
            }
          };

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  private static void cancelWhenWaitingFor(SimulatedCluster cluster, String reason) {
    cluster.whenWaitingFor(reason, cluster.cancellation::cancel);
  }
}
