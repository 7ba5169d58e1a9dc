package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.ApiOptions;
import io.ebb.api.Budget;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several runs of one runner, in real threads and in time that runs a hundred times as fast.
final class RunsAtOnceTest {
  private static final double SPEED = 100;

  private final FastClock clock = FastClock.times(SPEED);
  private final Time time = Time.scaled(clock, SPEED);

  @ParameterizedTest
  @ValueSource(strings = {"node7", "node4"})
  void runsOnDifferentNodesOfOtherOrTheSameQueueBothEndWell(String second) throws Exception {
    Scenario scenario =
        new Scenario(
            "usr-test",
            "jn1a",
            "KEY",
            "SECRET",
            List.of(SimulatedCluster.cluster("1-6", "7-9", List.of())));
    try (Simulator sim =
            Simulator.start(scenario, SimOptions.defaults().withWorld(clock).withWall(clock));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      EhpcApi api =
          EhpcApi.connect(
              ApiOptions.of(
                      sim.endpoint(), new Credentials(sim.accessKey(), sim.secretKey()), sim.zone())
                  .withClocks(Clocks.of(time)));
      Ehpc ehpc = new Ehpc(api);
      Runner runner = new Runner(ehpc, time, SqlJournal.inMemory(time), api::calls);
      Snapshot snapshot = ehpc.snapshot(SimulatedCluster.ID);

      Future<Run> one = threads.submit(() -> run(runner, plan(snapshot, "node3")));
      Future<Run> other = threads.submit(() -> run(runner, plan(snapshot, second)));

      assertThat(List.of(one.get(), other.get()))
          .as("%s %s", one.get().nodes(), other.get().nodes())
          .extracting(Run::state)
          .containsExactly(RunState.DONE, RunState.DONE);
      assertThat(one.get().id()).isNotEqualTo(other.get().id());
    }
  }

  private Plan plan(Snapshot snapshot, String host) {
    return Planner.retire(
        snapshot,
        snapshot.nodes().stream().filter(node -> node.host().equals(host)).toList(),
        RetireOptions.defaults(),
        new Budget(2000, 0, 100, null),
        time.instant());
  }

  private static Run run(Runner runner, Plan plan) {
    return runner.run(plan, new Cancellation(), RunListener.none(), Question.keep());
  }
}
