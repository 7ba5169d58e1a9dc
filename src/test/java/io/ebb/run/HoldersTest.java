package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.Rule;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two runs of one runner: the second begins while the first drains.
final class HoldersTest {
  private static final RetireOptions KEEP_NINE =
      RetireOptions.defaults().withLimits(Limits.defaults().withKeepPerRole(9));

  @Test
  void togetherTheyKeepTheLimits() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan second = cluster.plan(KEEP_NINE, "node4");
      List<Run> others = duringTheDrain(cluster, second);

      Run first = cluster.run(cluster.plan(KEEP_NINE, "node3"));

      assertThat(first.state()).isEqualTo(RunState.DONE);
      assertThat(others).extracting(Run::state).containsExactly(RunState.REFUSED);
      assertThat(others.getFirst().stopped())
          .contains("compute would keep 8 usable nodes, the limit is 9");
      assertThat(cluster.node("node4").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  @Rule(17)
  void aPlanOverANodeThatAnotherRunHoldsIsRefusedAndTheHolderNamed() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan second = cluster.plan("node3", "node4");
      List<RuntimeException> refusals = new ArrayList<>();
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.onEvent = _ -> {};
            try {
              other(cluster, second);
            } catch (RefusedException e) {
              refusals.add(e);
            }
          });

      Run first = cluster.run(cluster.plan("node3"));

      assertThat(first.state()).isEqualTo(RunState.DONE);
      assertThat(refusals)
          .singleElement()
          .extracting(Throwable::getMessage)
          .asString()
          .contains("rule 17", first.id(), "node3")
          .doesNotContain("node4");
      assertThatThrownBy(() -> cluster.journal.entries("r-2026-11-21-002"))
          .as("the refused run was not begun")
          .isInstanceOf(NoSuchRunException.class);
    }
  }

  @Test
  void anEndedRunHoldsNothing() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.cancellation.cancel();
      cluster.run(cluster.plan("node3"));

      assertThat(other(cluster, cluster.plan("node3")).state()).isEqualTo(RunState.DONE);
    }
  }

  private static List<Run> duringTheDrain(SimulatedCluster cluster, Plan plan) {
    List<Run> runs = new ArrayList<>();
    cluster.atStep(
        Step.Drain.class,
        () -> {
          cluster.onEvent = _ -> {};
          runs.add(other(cluster, plan));
        });
    return runs;
  }

  private static Run other(SimulatedCluster cluster, Plan plan) {
    return cluster.runner.run(plan, new Cancellation(), RunListener.none(), Question.keep());
  }
}
