package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Rule;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A change was sent and the answer did not come.
final class LostReplyTest {

  @ParameterizedTest
  @ValueSource(strings = {SimulatedCluster.LEAVE, SimulatedCluster.DELETE})
  void anAnswerLostAfterTheEffectIsFoundInTheLog(String path) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(path, new FaultKind.ResetAfter());

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(path)).as("sent once").isEqualTo(1);
      assertThat(cluster.written(run, Entry.Receipt.class)).hasSize(1);
      assertThat(cluster.written(run, Entry.Adopted.class)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SimulatedCluster.LEAVE, SimulatedCluster.DELETE})
  void anAnswerThatIsNoJsonIsLookedInto(String path) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(path, new FaultKind.Garbage());

      assertThat(cluster.run(cluster.plan("node3")).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(path)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SimulatedCluster.LEAVE, SimulatedCluster.DELETE})
  @Rule(13)
  void aRequestLostBeforeTheEffectIsSentAgainOnlyAfterHavingLooked(String path) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(path, new FaultKind.ResetBefore());

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(path)).isEqualTo(2);
      Call[] sent =
          cluster.sim.calls().stream()
              .filter(call -> call.path().equals(path))
              .toArray(Call[]::new);
      assertThat(Duration.between(sent[0].at(), sent[1].at()))
          .as("time for the change to show")
          .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
      assertThat(cluster.sim.calls())
          .filteredOn(call -> call.at().isAfter(sent[0].at()) && call.at().isBefore(sent[1].at()))
          .extracting(Call::path)
          .contains("/operation", "/cluster/listNodes", "/queue/ehpc/getQueueList");
    }
  }

  @Test
  void aDeletionThatNeverArrivesFailsAndTheNodeIsBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.sim.inject(Fault.every(SimulatedCluster.DELETE, new FaultKind.ResetBefore()));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.FAILED);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.UNTOUCHED);
      assertThat(run.nodes().getFirst().reason())
          .contains("it did not happen", "back in queue batch");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(2);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void aDeletionWhoseTraceCannotBeReadIsUnknownAndNothingMoreIsDestroyed() {
    RetireOptions impatient = RetireOptions.defaults().withOperationDeadline(Duration.ofMinutes(3));
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetAfter());
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Waiting waiting
                && waiting.reason().contains("was lost")) {
              cluster.sim.inject(Fault.every("*", new FaultKind.ResetBefore()));
            }
          };

      Run run = cluster.run(cluster.plan(impatient, "node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.UNKNOWN);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.UNKNOWN, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }
}
