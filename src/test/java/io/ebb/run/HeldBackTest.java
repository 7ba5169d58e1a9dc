package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.QuotaException;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Occasion;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Calls of a run have to wait, because the quota is used up or the service is busy.
final class HeldBackTest {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  private static final FaultKind NO_QUOTA = new FaultKind.RetCode(2500, "too many calls");

  @Test
  void aDeletionThatWasHeldBackIsNotSentByTheLookBeforeThat() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(
          SimulatedCluster.DELETE_ACTION,
          () -> {
            cluster.moveToVis("node3");
            cluster.time.clock.advance(Duration.ofSeconds(6)); // what is booked is used at once
            holdBack(cluster, Duration.ofMinutes(2));
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void aDeletionThatWasHeldBackIsSentByALaterLook() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(
          SimulatedCluster.DELETE_ACTION,
          () -> {
            cluster.time.clock.advance(Duration.ofSeconds(6));
            holdBack(cluster, Duration.ofMinutes(2));
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.written(run, Entry.Declined.class)).hasSize(1);
    }
  }

  @Test
  void aLookThatWasHeldBackOnTheWayIsMadeAgainBeforeADeletion() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(
          Step.Delete.class,
          () -> {
            cluster.time.clock.advance(Looks.MOMENT.plusMillis(1));
            cluster.sim.inject(new Fault("/operation", new Occasion.First(3), NO_QUOTA));
            cluster.onHeldBack =
                once(cluster, () -> cluster.sim.world().addJob(SimulatedCluster.ID, ENDLESS));
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
    }
  }

  @Test
  void cancelledWhileTheLookAtJobsIsHeldBackTheNodeGoesBackAtOnce() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.sim.inject(Fault.every("/job/list", NO_QUOTA));
            cluster.onHeldBack = once(cluster, cluster.cancellation::cancel);
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.took()).isLessThan(Duration.ofMinutes(1));
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void cancelledOnceAfterTheDeletionWasAcceptedAHeldBackRunStillTellsWhatCameOfIt() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(
          Step.Verify.class,
          () -> {
            cluster.sim.inject(new Fault("/cluster/listNodes", new Occasion.First(3), NO_QUOTA));
            cluster.onHeldBack = once(cluster, cluster.cancellation::cancel);
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.RETIRED);
    }
  }

  @Test
  void cancelledOnceARunThatMustWaitToPutANodeBackTellsUntilWhenAndWhatIsOut() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.time.clock.advance(Looks.MOMENT.plusSeconds(2));
            holdBack(cluster, Duration.ofMinutes(10));
            cluster.onHeldBack = once(cluster, cluster.cancellation::cancel);
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(cluster.heard(RunEvent.HeldUp.class))
          .singleElement()
          .satisfies(told -> {
            assertThat(told.out()).containsExactly("node3");
            assertThat(told.until()).isAfter(run.startedAt().plus(Duration.ofMinutes(9)));
            assertThat(told.why()).contains("counted here");
          });
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void cancelledOnceARunThatCannotSendNodesBackTellsUntilWhenAndWhatIsOut() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.atStep(Step.Drain.class, cluster.cancellation::cancel);
      cluster.beforeSending(
          "HpcQueueAddEhpcQueueNodes",
          () -> {
            cluster.time.clock.advance(Duration.ofSeconds(6)); // what is booked is used at once
            holdBack(cluster, Duration.ofMinutes(10));
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(cluster.heard(RunEvent.HeldUp.class))
          .singleElement()
          .satisfies(told -> assertThat(told.out()).containsExactly("node3"));
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
    }
  }

  @Test
  void interruptedWhileCallsAreHeldBackTheRunStopsAtOnceAsItStands() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.sim.inject(Fault.every("*", NO_QUOTA));
            cluster.onHeldBack = once(cluster, () -> cluster.cancellation.interrupt("Ctrl-C"));
          });

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(run.took()).isLessThan(Duration.ofMinutes(1));
      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.OPEN);
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    }
  }

  @Test
  void cancelledInItsFirstLookItDoesNotBegin() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(RetireOptions.defaults(), "node3");
      cluster.sim.inject(Fault.every("*", NO_QUOTA));
      cluster.onHeldBack = once(cluster, cluster.cancellation::cancel);

      assertThatThrownBy(() -> cluster.run(plan)).isInstanceOf(QuotaException.class);

      assertThat(cluster.time.instant())
          .isBefore(SimulatedCluster.START.plus(Duration.ofMinutes(1)));
    }
  }

  private static void holdBack(SimulatedCluster cluster, Duration span) {
    cluster.ledger.holdUntil(cluster.time.instant().plus(span));
  }

  private static Runnable once(SimulatedCluster cluster, Runnable deed) {
    return () -> {
      cluster.onHeldBack = () -> {};
      deed.run();
    };
  }
}
