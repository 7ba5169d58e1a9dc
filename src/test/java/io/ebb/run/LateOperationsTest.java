package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Rule;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What takes long, or shows late.
final class LateOperationsTest {

  @Test
  void theTimeOfAnOperationBeginsWithItsAcceptance() {
    SimOptions slow = SimOptions.defaults().withNodeSpan(Duration.ofMinutes(5));
    try (SimulatedCluster cluster =
        new SimulatedCluster(SimulatedCluster.cluster("1-6", "7-9", List.of()), slow)) {
      cluster.beforeSending(
          SimulatedCluster.DELETE_ACTION,
          () ->
              cluster
                  .sim
                  .world()
                  .startOperation(
                      SimulatedCluster.ID,
                      "HpcClusterRestartClusterNodes",
                      List.of("node3"),
                      Duration.ofMinutes(13)));

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      Entry.Receipt deletion = cluster.written(run, Entry.Receipt.class).getLast();
      assertThat(deletion.deadline()).isEqualTo(deletion.at().plus(Duration.ofMinutes(15)));
    }
  }

  @Test
  @Rule(15)
  void aDeletionThatIsMissingFromTheLogIsFollowedByTheLists() {
    SimOptions slow = SimOptions.defaults().withNodeSpan(Duration.ofMinutes(6));
    try (SimulatedCluster cluster =
        new SimulatedCluster(SimulatedCluster.cluster("1-6", "7-9", List.of()), slow)) {
      cluster.beforeSending(
          SimulatedCluster.DELETE_ACTION,
          () ->
              cluster.sim.inject(
                  Fault.every(
                      "/operation",
                      new FaultKind.HttpStatus(
                          200,
                          """
                          {"ret_code": 0, "operation_set": [], "job_set": [], "total_count": 0}\
                          """))));

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).as(run.toString()).isEqualTo(Outcome.RETIRED);
    }
  }

  @Test
  void afterALostAnswerARefusalThatLeavesTheEndUnknownSaysSo() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetBefore());
      cluster.sim.inject(
          new Fault(SimulatedCluster.DELETE, 2, new FaultKind.RetCode(2500, "too many calls")));

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void aClockThatIsMinutesOffHidesNoOperation(int minutesAhead) {
    SimOptions slow = SimOptions.defaults().withNodeSpan(Duration.ofMinutes(3));
    try (SimulatedCluster cluster =
        new SimulatedCluster(
            SimulatedCluster.cluster("1-6", "7-9", List.of()),
            slow,
            Duration.ofMinutes(minutesAhead))) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetAfter());

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.written(run, Entry.Adopted.class)).hasSize(1);
    }
  }

  @Test
  void anOperationOfSomebodyElseOverMoreNodesIsNotTakenForOurs() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetBefore());
      cluster.beforeSending(
          SimulatedCluster.DELETE_ACTION,
          () ->
              cluster
                  .sim
                  .world()
                  .startOperation(
                      SimulatedCluster.ID,
                      SimulatedCluster.DELETE_ACTION,
                      List.of("node3", "node4"),
                      Duration.ofSeconds(20)));

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.written(run, Entry.Adopted.class)).isEmpty();
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(2);
    }
  }
}
