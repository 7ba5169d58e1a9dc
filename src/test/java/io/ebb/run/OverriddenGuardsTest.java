package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batches;
import io.ebb.plan.Guard;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a plan overrides holds for its run too, and nothing more (rule 2).
final class OverriddenGuardsTest {
  private static final RetireOptions LOSING_JOBS =
      RetireOptions.defaults().withDrain(Duration.ZERO).withOverride(Guard.JOBS, "power cut");

  @Test
  void theJobsThatThePlanNamesMayBeLost() {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("endless", "node3"))) {
      Run run = cluster.run(cluster.plan(LOSING_JOBS, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }

  @Test
  void aJobThatThePlanDoesNotNameKeepsItsNode() {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("endless", "node3"))) {
      Plan plan = cluster.plan(LOSING_JOBS, "node3", "node4");
      cluster.sim.world().addJob(SimulatedCluster.ID, job("late", "node4"));

      Run run = cluster.run(plan);

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"after beginning", "after writing Deadline", "before writing Intent"})
  void goneOnWithTheRunLosesNoOtherJobEither(String death) {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("endless", "node3"))) {
      Plan plan = cluster.plan(LOSING_JOBS.withBatch(Batches.parse("all")), "node3", "node4");
      String run = cluster.runUntil(Crash.when(death), plan).orElseThrow();
      cluster.sim.world().addJob(SimulatedCluster.ID, job("late", "node4"));

      assertThat(cluster.resume(run).nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).hasSize(1);
    }
  }

  @Test
  void anOverrideThatWasNotNeededLosesNoJob() {
    try (SimulatedCluster cluster = SimulatedCluster.with(job("endless", "node3"))) {
      RetireOptions options = LOSING_JOBS.withDrain(Duration.ofMinutes(10));

      Run run = cluster.run(cluster.plan(options, "node3"));

      assertThat(run.nodes()).extracting(NodeOutcome::outcome).containsExactly(Outcome.KEPT);
      assertThat(cluster.sim.lostJobs()).isEmpty();
    }
  }

  @Test
  void limitsThatAreOverriddenDoNotStopTheRunEither() {
    RetireOptions options =
        RetireOptions.defaults()
            .withLimits(
                Limits.defaults()
                    .withKeepPerQueue(6)
                    .withMaxNodes(1)
                    .withProtectedNodes(Set.of("node3")))
            .withOverride(Guard.KEEP, "power cut")
            .withOverride(Guard.SIZE, "power cut")
            .withOverride(Guard.PROTECTED, "power cut");
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      assertThat(cluster.run(cluster.plan(options, "node3", "node4")).state())
          .isEqualTo(RunState.DONE);
    }
  }

  private static Scenario.Job job(String name, String host) {
    return Scenario.Job.running(name, "batch", List.of(host));
  }
}
