package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batches;
import io.ebb.plan.Drifts;
import io.ebb.plan.Guard;
import io.ebb.plan.Plan;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodes that have changed since the plan was made, so that somebody has to confirm them once more.
final class ReconfirmedRunTest {

  /// Loses the jobs that the plan names.
  private static final RetireOptions LOSING_JOBS =
      RetireOptions.defaults()
          .withBatch(Batches.parse("all"))
          .withDrain(Duration.ZERO)
          .withOverride(Guard.JOBS, "power cut");

  @Test
  void whatNobodyHasConfirmedIsLeftOutAndNeverTouched() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = changed(cluster);

      Run run = run(cluster, Crash.never(), plan, Set.of());

      assertThat(run.state()).isEqualTo(RunState.PARTIAL);
      assertLeftOut(cluster, run);
    }
  }

  @Test
  void whatSomebodyHasConfirmedIsRetired() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = changed(cluster);

      Run run = run(cluster, Crash.never(), plan, Set.of(plan.targets().getFirst().id()));

      assertThat(run.state()).isEqualTo(RunState.DONE);
    }
  }

  @Test
  void theJobsThatWereShownWithAConfirmedNodeMayBeLostAndNoOther() {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("planned", "node3"))) {
      Plan plan = cluster.plan(LOSING_JOBS, "node3", "node4", "node5");
      cluster.sim.world().addJob(SimulatedCluster.ID, job("shown", "node4"));
      Reconfirmation decided = decided(cluster, plan, Set.of(plan.targets().get(1).id()));
      cluster.sim.world().addJob(SimulatedCluster.ID, job("late", "node5"));

      Run run = run(cluster, Crash.never(), plan, decided);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.RETIRED, Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).hasSize(2);
    }
  }

  @Test
  void theJobsOfANodeThatNobodyHasConfirmedAreNotLost() {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("planned", "node3"))) {
      Plan plan = cluster.plan(LOSING_JOBS, "node3", "node4");
      cluster.sim.world().addJob(SimulatedCluster.ID, job("shown", "node4"));

      Run run = run(cluster, Crash.never(), plan, Set.of());

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }

  static IntStream points() {
    Crash crash = Crash.never();
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      run(cluster, crash, changed(cluster), Set.of());
      return IntStream.range(0, crash.passed().size());
    }
  }

  /// Before the decision is written down the nodes are left alone for what has changed about them.
  @ParameterizedTest
  @MethodSource("points")
  void whereverItDiesWhatNobodyHasConfirmedStaysLeftOut(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = changed(cluster);
      cluster.dyingOf(Crash.at(point), crash -> run(cluster, crash, plan, Set.of()));

      assertLeftOut(cluster, cluster.run(plan));
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void whereverItDiesWhatWasConfirmedIsRetiredOnceThatIsWrittenDown(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = changed(cluster);
      Crash dying = Crash.at(point);
      Set<String> confirmed = Set.of(plan.targets().getFirst().id());
      cluster.dyingOf(dying, crash -> run(cluster, crash, plan, confirmed));

      Run run = cluster.run(plan);

      boolean written = dying.passed().contains("after writing Reconfirmed");
      assertThat(run.nodes())
          .as(dying.passed().toString())
          .extracting(NodeOutcome::outcome)
          .containsExactly(written ? Outcome.RETIRED : Outcome.UNTOUCHED, Outcome.RETIRED);
    }
  }

  private static void assertLeftOut(SimulatedCluster cluster, Run run) {
    assertThat(run.nodes())
        .extracting(NodeOutcome::outcome)
        .containsExactly(Outcome.UNTOUCHED, Outcome.RETIRED);
    assertThat(run.nodes().getFirst().reason()).startsWith("it was stopped and is active now");
    assertThat(cluster.changedNodes()).containsExactly(run.nodes().getLast().id());
  }

  /// A plan for two nodes, one of which was stopped when it was made, and is active now.
  private static Plan changed(SimulatedCluster cluster) {
    Plan plan =
        cluster.plan(RetireOptions.defaults().withBatch(Batches.parse("all")), "node3", "node4");
    Target was = plan.targets().getFirst();
    Target stopped =
        new Target(
            was.id(), was.host(), was.serial(), was.role(), was.queue(), "stopped", was.jobs());
    return new Plan(
        plan.id(),
        plan.title(),
        plan.cluster(),
        plan.queues(),
        List.of(stopped, plan.targets().getLast()),
        plan.options(),
        plan.verdicts(),
        plan.batches(),
        plan.forecast(),
        plan.budget(),
        plan.madeAt(),
        plan.expiresAt());
  }

  private static Run run(SimulatedCluster cluster, Crash crash, Plan plan, Set<String> confirmed) {
    return run(cluster, crash, plan, decided(cluster, plan, confirmed));
  }

  private static Run run(SimulatedCluster cluster, Crash crash, Plan plan, Reconfirmation decided) {
    return cluster
        .process(crash)
        .run(plan, decided, null, cluster.cancellation, RunListener.none(), cluster.question);
  }

  /// What follows from what has changed by now.
  private static Reconfirmation decided(
      SimulatedCluster cluster, Plan plan, Set<String> confirmed) {
    cluster.time.clock.advance(Duration.ofSeconds(20));
    return Drifts.of(plan, cluster.ehpc.snapshot(SimulatedCluster.ID)).confirming(confirmed);
  }

  private static Scenario.Job job(String name, String host) {
    return Scenario.Job.running(name, "batch", List.of(host));
  }
}
