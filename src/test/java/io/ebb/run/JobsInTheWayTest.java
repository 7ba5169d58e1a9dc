package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Jobs run on the nodes, or come to run there.
final class JobsInTheWayTest {
  private static final RetireOptions HALF_AN_HOUR =
      RetireOptions.defaults().withDrain(Duration.ofMinutes(30));

  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void aRunningJobIsWaitedForAndTheWaitSaysWhy() {
    Scenario.Job job = ENDLESS.endingIn(Duration.ofMinutes(12));
    try (SimulatedCluster cluster = SimulatedCluster.with(job)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isGreaterThan(Duration.ofMinutes(12));
      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(cluster.heard(RunEvent.Waiting.class))
          .anySatisfy(waiting -> {
            assertThat(waiting.reason()).matches("job \\d+ may be using node3");
            assertThat(waiting.endedBy()).isEqualTo("the end of that job");
            assertThat(waiting.latest()).isEqualTo(waiting.since().plus(Duration.ofMinutes(30)));
          });
    }
  }

  @Test
  void onDeadlineTheNodeIsKeptAndBackInItsQueue() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node3"));

      assertThat(run.state()).as("no node is retired").isEqualTo(RunState.FAILED);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(run.nodes().getFirst().reason())
          .matches("job \\d+ was still running at the deadline; back in queue batch");
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void theDrainDeadlineIsWrittenDownAsAnInstant() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node3"));

      assertThat(cluster.journal.entries(run.id()))
          .filteredOn(entry ->
              entry instanceof Entry.Deadline(Instant at, int _, String phase, Instant until, var _)
                  && phase.equals("drain")
                  && until.equals(at.plus(Duration.ofMinutes(30)))
                  && at.isAfter(SimulatedCluster.START))
          .hasSize(1);
    }
  }

  @Test
  void idleNodesOfABatchGoOnWithoutTheBusyOne() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node1", "node2", "node3"));

      assertThat(run.count(Outcome.RETIRED)).isEqualTo(2);
      assertThat(run.count(Outcome.KEPT)).isEqualTo(1);
      assertThat(run.state()).isEqualTo(RunState.PARTIAL);
    }
  }

  @Test
  void aJobThatLandsBetweenPlanAndLeaveIsWaitedFor() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(HALF_AN_HOUR, "node3");
      cluster.sim.world().addJob(SimulatedCluster.ID, ENDLESS.endingIn(Duration.ofMinutes(5)));

      assertThat(cluster.run(plan).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void aJobThatLandsWhileTheNodeLeavesKeepsItOnDeadline() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan(HALF_AN_HOUR, "node3");
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.StepBegan(int _, Step.Leave _, List<String> _)) {
              cluster.sim.world().addJob(SimulatedCluster.ID, ENDLESS);
            }
          };

      assertThat(cluster.run(plan).count(Outcome.KEPT)).isEqualTo(1);
      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void aJobThatNamesNoHostHoldsEveryNodeThatWasInItsQueue() {
    Scenario.Job anywhere =
        Scenario.Job.running("anywhere", "batch", List.of()).endingIn(Duration.ofMinutes(9));
    try (SimulatedCluster cluster = SimulatedCluster.with(anywhere)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isGreaterThan(Duration.ofMinutes(9));
    }
  }

  /// It may have started there before the node was taken out of its queue.
  @Test
  void aJobThatNamesNoHostHoldsANodeInNoQueueToo() {
    Scenario.Job anywhere =
        Scenario.Job.running("anywhere", "batch", List.of()).endingIn(Duration.ofMinutes(9));
    try (SimulatedCluster cluster = SimulatedCluster.with(anywhere)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node99"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isGreaterThan(Duration.ofMinutes(9));
    }
  }

  @Test
  void aJobThatNamesNoHostAndCameLaterHoldsNobody() {
    Scenario.Job anywhere =
        Scenario.Job.running("anywhere", "batch", List.of()).endingIn(Duration.ofMinutes(2));
    try (SimulatedCluster cluster = SimulatedCluster.with(anywhere)) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Waiting(String reason, Instant _, String _, Instant _)
                && reason.startsWith("job")
                && cluster.heard(RunEvent.Waiting.class).stream()
                    .noneMatch(earlier -> earlier.reason().equals("seen"))) {
              cluster.events.add(new RunEvent.Waiting("seen", SimulatedCluster.START, "", null));
              cluster
                  .sim
                  .world()
                  .addJob(
                      SimulatedCluster.ID,
                      Scenario.Job.starting("late", "batch", List.of(), Duration.ofSeconds(80)));
            }
          };

      Run run = cluster.run(cluster.plan(HALF_AN_HOUR, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isLessThan(Duration.ofMinutes(10));
    }
  }

  @Test
  void whoeverIsAskedOnDeadlineDecides() {
    for (boolean delete : new boolean[] {true, false}) {
      try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
        cluster.question =
            (hosts, jobs) -> {
              assertThat(hosts).containsExactly("node3");
              assertThat(jobs).hasSize(1);
              return delete;
            };

        Run run = cluster.run(cluster.plan(HALF_AN_HOUR.withOnDeadline(OnDeadline.ASK), "node3"));

        assertThat(run.nodes().getFirst().outcome())
            .isEqualTo(delete ? Outcome.RETIRED : Outcome.KEPT);
      }
    }
  }

  @Test
  void forceDeletesUnderTheJob() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Run run = cluster.run(cluster.plan(HALF_AN_HOUR.withOnDeadline(OnDeadline.FORCE), "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }
}
