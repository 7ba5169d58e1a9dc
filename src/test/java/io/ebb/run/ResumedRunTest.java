package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run goes on in another process, and the world has not stood still meanwhile.
final class ResumedRunTest {
  private static final String IN_DRAIN = "after writing Deadline";

  private static final RetireOptions HALF_AN_HOUR =
      RetireOptions.defaults().withDrain(Duration.ofMinutes(30));

  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @ParameterizedTest
  @ValueSource(strings = {SimulatedCluster.LEAVE, SimulatedCluster.DELETE})
  void anAnswerThatWasLostBeforeItDiedIsFoundInTheLog(String path) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.inject(path, new FaultKind.ResetAfter());
      cluster.runUntil(Crash.when("after writing Declined"), plan);

      assertThat(cluster.run(plan).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(path)).isEqualTo(1);
    }
  }

  @Test
  void whatWasRefusedBeforeItDiedIsSentAgain() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.RetCode(5100, "busy"));
      cluster.runUntil(Crash.when("after writing Declined"), plan);

      assertThat(cluster.run(plan).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"OURS, RETIRED", "THEIRS, UNTOUCHED", "UNKNOWN, UNKNOWN"})
  void anEffectThatNoOperationExplainsIsAskedAbout(Question.Doing doing, Outcome outcome) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.runUntil(Crash.when("after writing Intent"), plan);
      cluster.sim.world().leaveQueue(SimulatedCluster.ID, "node3");
      cluster.question =
          new Question() {
            @Override
            public boolean deleteBusy(List<String> hosts, List<String> jobs) {
              return false;
            }

            @Override
            public Doing whose(String effect, List<String> hosts) {
              assertThat(hosts).containsExactly("node3");
              return doing;
            }
          };

      Run run = cluster.run(plan);

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(outcome);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isZero();
    }
  }

  @Test
  void theDeadlineToDrainIsThatOfTheFirstTime() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Plan plan = cluster.plan(HALF_AN_HOUR, "node3");
      cluster.runUntil(Crash.when(IN_DRAIN), plan);
      cluster.time.clock.advance(Duration.ofMinutes(25));

      Run run = cluster.run(plan);

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(run.took()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
      assertThat(cluster.written(run, Entry.Deadline.class)).hasSize(1);
    }
  }

  @Test
  void forceCoversTheJobsThatWereToldAndNoneThatCameWhileItWasDown() {
    for (boolean another : new boolean[] {false, true}) {
      try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
        Plan plan = cluster.plan(HALF_AN_HOUR.withOnDeadline(OnDeadline.FORCE), "node3");
        cluster.runUntil(Crash.when(IN_DRAIN), plan);
        if (another) {
          cluster
              .sim
              .world()
              .addJob(SimulatedCluster.ID, Scenario.Job.running("late", "batch", List.of("node3")));
        }
        cluster.time.clock.advance(Duration.ofHours(1));

        Run run = cluster.run(plan);

        assertThat(run.nodes().getFirst().outcome())
            .isEqualTo(another ? Outcome.KEPT : Outcome.RETIRED);
        assertThat(cluster.sim.lostJobs()).hasSize(another ? 0 : 1);
      }
    }
  }

  @Test
  void nobodyIsAskedTwice() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Plan plan = cluster.plan(HALF_AN_HOUR.withOnDeadline(OnDeadline.ASK), "node3");
      cluster.question = (_, _) -> true;
      cluster.runUntil(Crash.when("after writing Answered"), plan);
      cluster.question =
          (_, _) -> {
            throw new AssertionError("asked again");
          };

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.written(run, Entry.Asked.class)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after writing GivenUp",
        "after calling " + SimulatedCluster.JOIN,
        "before writing Settled",
        "after writing Settled",
        "before writing Ended"
      })
  void aNodeThatWasOnItsWayBackArrivesThere(String where) {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Plan plan = cluster.plan(HALF_AN_HOUR, "node3", "node4");
      Crash crash = Crash.when(where);
      cluster.runUntil(crash, plan);
      assertThat(crash.dead()).isTrue();

      Run run = cluster.run(plan);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.RETIRED);
      assertThat(run.nodes().getFirst().reason()).contains("was still running at the deadline");
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isEqualTo(1);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void aNodeThatSomebodyHasDeletedMeanwhileIsRetired() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.runUntil(Crash.when(IN_DRAIN), plan);
      cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3");

      assertThat(cluster.run(plan).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  @Test
  void aNodeThatSomebodyHasMovedMeanwhileIsLeftAlone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.runUntil(Crash.when(IN_DRAIN), plan);
      cluster.moveToVis("node3");
      cluster.time.clock.advance(Duration.ofMinutes(1));

      Run run = cluster.run(plan);

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(run.nodes().getFirst().reason()).contains("somebody moved it");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-vis");
    }
  }

  @Test
  void anOperationThatFailedMeanwhileFailsItsNodes() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.inject(SimulatedCluster.LEAVE, new FaultKind.OperationFails());
      cluster.runUntil(Crash.when("after writing Receipt"), plan);
      cluster.time.clock.advance(Duration.ofHours(5));

      Run run = cluster.run(plan);

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void whatHadToEndMeanwhileIsLookedAtOnceMore() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.runUntil(Crash.when("after calling " + SimulatedCluster.DELETE), plan);
      cluster.resumeUntil(
          Crash.when("after writing Adopted"), cluster.journal.runOf(plan.digest()).orElseThrow());
      cluster.time.clock.advance(Duration.ofHours(3));

      assertThat(cluster.run(plan).state()).as("the plan has expired").isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void aPlanThatHasBeenCarriedOutIsNotCarriedOutAgain() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      Run first = cluster.run(plan);
      int calls = cluster.sim.calls().size();

      assertThat(cluster.run(plan)).isEqualTo(first);
      assertThat(cluster.sim.calls()).hasSize(calls);
      assertThatThrownBy(() -> cluster.resume(first.id()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("has ended done");
    }
  }

  @Test
  void whatIsUnknownIsLookedAtAgain() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4");
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.OperationNeverEnds());
      Run unknown = cluster.run(plan);
      assertThat(cluster.resume(unknown.id()).state()).isEqualTo(RunState.UNKNOWN);
      cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3");

      Run run = cluster.resume(unknown.id());

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void whoeverIsStoppedTellsOnWhichSideEachNodeIs() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3", "node4");
      String run = cluster.runUntil(Crash.when(IN_DRAIN), plan).orElseThrow();
      assertThat(History.of(cluster.journal.entries(run)).nodes())
          .extracting(NodeOutcome::reason)
          .containsExactly(
              "out of queue batch; before the point of no return",
              "in queue batch; before the point of no return");
      cluster.resumeUntil(Crash.when("after writing Receipt"), run);

      assertThat(History.of(cluster.journal.entries(run)).nodes().getFirst().reason())
          .matches("being deleted by j-\\S+: past the point of no return");
    }
  }
}
