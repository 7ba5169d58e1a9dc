package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.sim.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One plan, applied by two processes at about the same time: it is carried out once (rule 17).
final class AppliedAtOnceTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void whoeverHasNotSeenTheOtherBeginIsRefusedAlsoWhenAllIsOver() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      Run run = cluster.run(plan);
      Journal unaware =
          new ForwardingJournal(cluster.journal) {
            @Override
            public Optional<String> runOf(String digest) {
              return Optional.empty();
            }
          };

      assertThatThrownBy(
              () -> cluster.runBy(cluster.runner(unaware, NEVER, System::nanoTime), plan))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("was begun as run " + run.id());
      assertThat(cluster.journal.heads(9)).hasSize(1);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void whileSomebodyCarriesItOutItIsRefusedAndWhoDoesIsNamed() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      List<String> refusals = new ArrayList<>();
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.onEvent = _ -> {};
            assertThatThrownBy(() -> cluster.runBy(cluster.process(Crash.never()), plan))
                .isInstanceOf(RefusedException.class)
                .satisfies(refusal -> refusals.add(refusal.getMessage()));
          });

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(refusals)
          .singleElement()
          .asString()
          .contains(run.id(), "is carried out by process", "--watch");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void anEndThatCameAfterTheRunWasReadIsTaken() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      String stopped = cluster.runUntil(Crash.when("after writing Deadline"), plan).orElseThrow();
      Journal overtaken =
          new ForwardingJournal(cluster.journal) {
            @Override
            public Lease take(String run, Set<String> nodes, Instant at) {
              cluster.inject(SimulatedCluster.JOIN, new FaultKind.OperationFails());
              cluster.undo(run);
              return super.take(run, nodes, at);
            }
          };
      Runner late = cluster.runner(overtaken, NEVER, System::nanoTime);

      Run run = late.undo(stopped, cluster.cancellation, RunListener.none(), Question.keep());

      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cluster.calls(SimulatedCluster.JOIN))
          .as("the node is not held for a second way back")
          .isEqualTo(1);
      assertThat(cluster.journal.head(stopped).state()).isEqualTo(RunState.CANCELLED);
      assertThat(cluster.undo(stopped).nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
    }
  }

  @Test
  void aPlanThatExpiresWhileItsRunLooksForTheFirstTimeIsNotBegun() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.time.clock.advance(Duration.ofSeconds(20));
      Journal slow =
          new ForwardingJournal(cluster.journal) {
            @Override
            public Set<String> held() {
              cluster.time.clock.advance(
                  Duration.between(cluster.time.instant(), plan.expiresAt()));
              cluster.time.clock.advance(Duration.ofSeconds(1));
              return super.held();
            }
          };

      assertThatThrownBy(() -> cluster.runBy(cluster.runner(slow, NEVER, System::nanoTime), plan))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("expired");
      assertThat(cluster.journal.heads(9)).isEmpty();
    }
  }
}
