package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Rule;
import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Past;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A deletion ended well, and yet a list goes on showing the node.
final class OrphanTest {
  private static final String NODES = "/cluster/listNodes";
  private static final String QUEUES = "/queue/ehpc/getQueueList";

  @ParameterizedTest
  @ValueSource(strings = {NODES, QUEUES})
  @Rule(15)
  void aNodeThatOneListStillShowsIsReportedAndNotCalledRetired(String list) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = orphaned(cluster, cluster.plan("node3", "node4"), list);

      assertThat(run.state()).isEqualTo(RunState.UNKNOWN);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .as("what is unknown stops the run")
          .containsExactly(Outcome.UNKNOWN, Outcome.UNTOUCHED);
      assertThat(run.nodes().getFirst().reason()).contains("a node or queue list shows it still");
      assertThat(run.stopped()).isEqualTo("node3 is still listed");
    }
  }

  @Test
  @Rule(15)
  void whenNoListShowsItAnyMoreALaterLookCallsItRetired() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = orphaned(cluster, cluster.plan("node3"), QUEUES);
      cluster.time.clock.advance(Duration.ofHours(2));

      assertThat(cluster.resume(run.id()).state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  /// From the moment in which the first node is verified, the list is that of an hour ago.
  private static Run orphaned(SimulatedCluster cluster, Plan plan, String list) {
    cluster.atStep(
        Step.Verify.class,
        () ->
            cluster.sim.inject(
                Fault.every(list, new FaultKind.Stale(new Past.Ago(Duration.ofHours(1))))));
    return cluster.run(plan);
  }
}
