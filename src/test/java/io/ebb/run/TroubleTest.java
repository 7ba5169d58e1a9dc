package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.Rule;
import io.ebb.api.AuthException;
import io.ebb.plan.Guard;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.plan.Violation;
import io.ebb.sim.Dialect;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Variant;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The service refuses, fails, or does not know us.
final class TroubleTest {

  @Test
  @Rule(16)
  void theLastNodesOfAllQueuesAreRefusedWithEveryGuardAndWithoutAnyChange() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan =
          cluster.plan(
              IntStream.rangeClosed(1, 9).mapToObj(n -> "node" + n).toArray(String[]::new));
      Plan everything =
          cluster.plan(
              IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 99)
                  .mapToObj(n -> "node" + n)
                  .toArray(String[]::new));

      assertThat(plan.violations())
          .extracting(Violation::guard)
          .containsExactly(Guard.QUEUE_REMAINS);
      assertThat(everything.violations())
          .extracting(Violation::guard)
          .containsExactly(Guard.ROLE_REMAINS, Guard.QUEUE_REMAINS, Guard.KEEP);
      assertThatThrownBy(() -> cluster.run(everything))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("rule 16")
          .hasMessageContaining("rule 8");
      assertThat(cluster.sim.changes()).isEmpty();
    }
  }

  @Test
  void anExpiredPlanIsRefused() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.time.clock.advance(Duration.ofMinutes(61));

      assertThatThrownBy(() -> cluster.run(plan)).hasMessageContaining("plan again");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SimulatedCluster.LEAVE, SimulatedCluster.DELETE})
  void aFailedOperationFailsItsNodesAndTheyStayInTheirQueue(String path) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(path, new FaultKind.OperationFails());

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.FAILED);
      assertThat(run.stopped()).contains("1 failed");
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.UNTOUCHED);
      assertThat(run.nodes().getFirst().reason()).containsPattern("operation j-\\S+ failed: ");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void afterAFailedLeavingTheNodeIsNotCalledUntouchedWithoutALook() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.LEAVE, new FaultKind.OperationFails());
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Waiting waiting
                && waiting.reason().startsWith("leaving")) {
              cluster.sim.inject(
                  Fault.every("/cluster/listNodes", new FaultKind.RetCode(1200, "no such key")));
            }
          };

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(run.nodes().getFirst().reason()).contains("no such key");
    }
  }

  @Test
  @Rule(10)
  void oneFailedNodeDoesNotStopTheOthersWhenTheLimitSaysSo() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.OperationFails());

      Run run =
          cluster.run(
              cluster.plan(RetireOptions.defaults().withStopAfter(2), "node3", "node4", "node5"));

      assertThat(run.state()).isEqualTo(RunState.PARTIAL);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.RETIRED, Outcome.RETIRED);
    }
  }

  @Test
  void anOperationThatNeverEndsIsUnknownAtItsDeadline() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.OperationNeverEnds());

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.UNKNOWN);
      assertThat(run.nodes().getFirst().reason()).contains("had not ended by");
      assertThat(run.nodes().getLast().outcome()).isEqualTo(Outcome.UNTOUCHED);
      assertThat(run.took()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
    }
  }

  @Test
  void leavingThatNeverEndsIsUnknownAndNothingIsDeleted() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.LEAVE, new FaultKind.OperationNeverEnds());

      assertThat(cluster.run(cluster.plan("node3")).state()).isEqualTo(RunState.UNKNOWN);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  @Test
  void anUnknownKeyOnTheFirstLookIsThrown() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.sim.inject(Fault.every("*", new FaultKind.RetCode(1200, "no such key")));

      assertThatThrownBy(() -> cluster.run(plan)).isInstanceOf(AuthException.class);
    }
  }

  @Test
  @Rule(13)
  void anAuthErrorOnTheWayStopsTheRunAndPutsBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.sim.inject(
          Fault.every(SimulatedCluster.DELETE, new FaultKind.RetCode(1200, "no such key")));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.FAILED);
      assertThat(run.stopped()).contains("no such key");
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void whenTheCallsAreUsedUpTheNodeGoesBackAsSoonAsThereAreSomeAgain() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      FaultKind usedUp = new FaultKind.RetCode(2500, "too many calls");
      cluster.inject(SimulatedCluster.DELETE, usedUp);
      for (int nth = 1; nth <= 5; nth++) {
        cluster.sim.inject(new Fault(SimulatedCluster.JOIN, nth, usedUp));
      }

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.stopped()).contains("too many calls");
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void anAuthErrorOnEverythingSaysThatTheNodeIsOutOfItsQueue() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.StepBegan(int _, Step.Delete _, List<String> _)) {
              cluster.sim.inject(Fault.every("*", new FaultKind.RetCode(1200, "no such key")));
            }
          };

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(run.nodes().getFirst().reason())
          .contains("out of queue batch and could not be put back");
    }
  }

  @Test
  @Rule(13)
  void aBusyServiceIsWaitedForWithoutCountingAsAFailure() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      for (int nth = 1; nth <= 20; nth++) {
        cluster.sim.inject(
            new Fault(SimulatedCluster.DELETE, nth, new FaultKind.RetCode(5100, "busy")));
      }

      assertThat(cluster.run(cluster.plan("node3")).state()).isEqualTo(RunState.DONE);
    }
  }

  @Test
  @Rule(14)
  void aSecondOperatorsOperationIsRespected() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4", "node5");
      cluster
          .sim
          .world()
          .startOperation(
              SimulatedCluster.ID,
              "HpcClusterRestartClusterNodes",
              List.of("node4"),
              Duration.ofHours(3));

      Run run = cluster.run(plan);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED, Outcome.RETIRED);
      assertThat(run.nodes().get(1).reason()).contains("HpcClusterRestartClusterNodes");
    }
  }

  @Test
  void anOperationThatSomebodyBeganJustNowIsWaitedFor() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.beforeSending(
          SimulatedCluster.LEAVE_ACTION,
          () ->
              cluster
                  .sim
                  .world()
                  .startOperation(
                      SimulatedCluster.ID,
                      "HpcClusterRestartClusterNodes",
                      List.of("node3"),
                      Duration.ofMinutes(4)));

      assertThat(cluster.run(plan).state()).isEqualTo(RunState.DONE);
    }
  }

  @Test
  void aRefusalThatComesAsAFailedOperationIsAFailure() {
    SimOptions late =
        SimOptions.defaults().withDialect(Dialect.of(Variant.REFUSES_BY_FAILED_OPERATION));
    try (SimulatedCluster cluster =
        new SimulatedCluster(SimulatedCluster.cluster("1-2", "3-4", List.of()), late)) {
      Plan plan = cluster.plan("node1");
      cluster.beforeSending(
          SimulatedCluster.LEAVE_ACTION,
          () -> {
            for (String host : List.of("node2", "node3", "node4")) {
              cluster.sim.world().leaveQueue(SimulatedCluster.ID, host);
            }
          });

      Run run = cluster.run(plan);

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cluster.node("node1").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }
}
