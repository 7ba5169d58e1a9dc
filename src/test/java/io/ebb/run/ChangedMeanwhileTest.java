package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batches;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Somebody else works on the same nodes while a run waits, or between its look and its call.
final class ChangedMeanwhileTest {
  private static final RetireOptions ALL =
      RetireOptions.defaults().withBatch(Batches.parse("all")).withDrain(Duration.ofMinutes(30));

  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void aDeletionThatWasRefusedIsNotSentAgainUnderAJobThatCameMeanwhile() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(SimulatedCluster.DELETE_ACTION, () -> cluster.moveToVis("node3"));

      Run run = cluster.run(cluster.plan(ALL, "node3"));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  void aDeletionThatTheServiceHadNoTimeForIsNotSentAgainUnderAJobThatCameMeanwhile() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.RetCode(5200, "no capacity"));
      cluster.beforeSending(SimulatedCluster.DELETE_ACTION, () -> cluster.moveToVis("node3"));

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.RETIRED);
      assertThat(cluster.written(run, Entry.Intent.class))
          .filteredOn(intent -> intent.action().equals(SimulatedCluster.DELETE_ACTION))
          .extracting(intent -> intent.sending() + ": " + intent.nodes().size())
          .containsExactly("1: 2", "2: 1");
    }
  }

  @Test
  void aDeletionThatWasToldToComeBackLaterIsNotSentAgainUnderAJobThatCameMeanwhile() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      for (int nth = 1; nth <= 7; nth++) {
        cluster.sim.inject(
            new Fault(SimulatedCluster.DELETE, nth, new FaultKind.RetCode(5100, "busy")));
      }
      cluster.beforeSending(SimulatedCluster.DELETE_ACTION, () -> cluster.moveToVis("node3"));

      Run run = cluster.run(cluster.plan(ALL, "node3"));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void beforeEachSendingOfADeletionThereIsALook() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.RetCode(5200, "no capacity"));

      assertThat(cluster.run(cluster.plan(ALL, "node3")).state()).isEqualTo(RunState.DONE);

      List<String> paths = cluster.sim.calls().stream().map(Call::path).toList();
      for (int call : indices(paths, SimulatedCluster.DELETE)) {
        assertThat(paths.subList(call - 4, call))
            .containsExactlyInAnyOrder(
                "/cluster/listNodes", "/queue/ehpc/getQueueList", "/job/list", "/operation");
        assertThat(cluster.sim.calls().subList(call - 4, call))
            .allSatisfy(look ->
                assertThat(look.at())
                    .isAfterOrEqualTo(cluster.sim.calls().get(call).at().minus(Looks.MOMENT)));
      }
    }
  }

  @Test
  void forceIsNoLicenceForANodeThatSomebodyHasPutToOtherUseDuringTheDrain() {
    Scenario.Job job = ENDLESS.endingIn(Duration.ofMinutes(20));
    try (SimulatedCluster cluster = SimulatedCluster.with(job, aJobOn("node4"))) {
      cluster.atStep(Step.Drain.class, () -> cluster.moveToVis("node3"));

      Run run = cluster.run(cluster.plan(ALL.withOnDeadline(OnDeadline.FORCE), "node3", "node4"));

      assertThat(cluster.sim.lostJobs()).as("the one on node4").hasSize(1);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.RETIRED);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  void forceCoversTheJobsThatWereToldAndNoOthers() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Waiting waiting && waiting.reason().startsWith("job")) {
              cluster.onEvent = _ -> {};
              cluster.sim.world().addJob(SimulatedCluster.ID, aJobOn("node4"));
            }
          };

      Run run = cluster.run(cluster.plan(ALL.withOnDeadline(OnDeadline.FORCE), "node3", "node4"));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }

  @Test
  void withoutTimeToDrainForceLosesNoJobThatThePlanDidNotShow() {
    RetireOptions atOnce = ALL.withDrain(Duration.ZERO).withOnDeadline(OnDeadline.FORCE);
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(
          SimulatedCluster.LEAVE_ACTION,
          () -> cluster.sim.world().addJob(SimulatedCluster.ID, ENDLESS));

      Run run = cluster.run(cluster.plan(atOnce, "node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void aJobThatShowsOnlyInTheLastLookKeepsTheNode() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(
          Step.Delete.class,
          () -> {
            cluster.sim.world().addJob(SimulatedCluster.ID, ENDLESS);
            cluster.time.clock.advance(Looks.MOMENT.plusMillis(1));
          });

      Run run = cluster.run(cluster.plan(ALL, "node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(run.nodes().getFirst().reason())
          .matches("job \\d+ may be using it now; back in queue batch");
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void aNodeThatSomebodyPutIntoAnotherQueueIsNotPutBackFromThere() {
    Scenario.Job long1 = ENDLESS;
    try (SimulatedCluster cluster = SimulatedCluster.with(long1)) {
      cluster.atStep(Step.Drain.class, () -> cluster.moveToVis("node3"));

      Run run = cluster.run(cluster.plan(ALL, "node3"));

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(run.nodes().getFirst().reason()).endsWith("moved it to node3 in queue vis");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  void aNodeThatSomebodyHasPutBackNeedsNoCall() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.ehpc.addToQueue(
                SimulatedCluster.ID, "ehpcq-batch", List.of(cluster.node("node3").orElseThrow()));
            cluster.onEvent =
                event -> {
                  if (event instanceof RunEvent.Waiting waiting
                      && waiting.reason().contains("still listed")) {
                    cluster.cancellation.cancel();
                  }
                };
          });

      Run run = cluster.run(cluster.plan(ALL, "node3"));

      assertThat(run.nodes().getFirst().reason()).endsWith("it is in queue batch");
      assertThat(cluster.calls(SimulatedCluster.JOIN)).as("theirs").isEqualTo(1);
    }
  }

  @Test
  void aFenceThatSomebodyElseHasPutUpIsLeftStanding() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(
          SimulatedCluster.LEAVE_ACTION,
          () ->
              cluster.ehpc.removeFromQueue(
                  SimulatedCluster.ID,
                  "ehpcq-batch",
                  List.of(cluster.node("node4").orElseThrow())));

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
      assertThat(cluster.node("node4").orElseThrow().queue()).isNull();
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    }
  }

  @Test
  void aRefusalThatNothingExplainsIsNotRepeatedForLong() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(
          SimulatedCluster.LEAVE_ACTION,
          () -> cluster.sim.world().leaveQueue(SimulatedCluster.ID, "node4"));
      cluster.sim.inject(
          Fault.every(SimulatedCluster.LEAVE, new FaultKind.RetCode(1400, "not allowed")));

      Run run = cluster.run(cluster.plan(ALL, "node3", "node4"));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.FAILED, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(2);
      assertThat(run.took()).isLessThan(Duration.ofMinutes(2));
      assertThat(cluster.written(run, Entry.Declined.class))
          .hasSize(2)
          .allSatisfy(declined -> assertThat(declined.answer()).contains("not allowed"));
    }
  }

  private static int[] indices(List<String> paths, String path) {
    return IntStream.range(0, paths.size()).filter(n -> paths.get(n).equals(path)).toArray();
  }

  private static Scenario.Job aJobOn(String host) {
    return Scenario.Job.running("job", "batch", List.of(host));
  }
}
