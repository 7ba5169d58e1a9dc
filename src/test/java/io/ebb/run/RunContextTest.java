package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Operation;
import io.ebb.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunContextTest {

  /// The list of pending operations may be behind the operation log.
  @Test
  void whatTheRunItselfHasBegunIsNotSomebodyElsesWork() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      String own = begin(cluster, "node3");
      String foreign = begin(cluster, "node4");
      cluster.time.clock.advance(Looks.MOMENT.plusMillis(1));
      Means means =
          new Means(
              cluster.ehpc,
              cluster.time,
              new Watcher(cluster.ehpc, cluster.time),
              cluster.journal,
              System::nanoTime);
      Lease lease =
          cluster.journal.begin(new Entry.Began(cluster.time.instant(), plan, "alice"), null);
      RunContext context =
          new RunContext(
              means,
              new Logbook(means, lease, cluster.cancellation, RunListener.none()),
              History.of(cluster.journal.entries(lease.run())),
              cluster.cancellation,
              Looks.before(means, plan));

      context.own(own);

      assertThat(context.look().operations()).extracting(Operation::id).containsExactly(foreign);
    }
  }

  private static String begin(SimulatedCluster cluster, String host) {
    return cluster
        .sim
        .world()
        .startOperation(
            SimulatedCluster.ID,
            "HpcClusterRestartClusterNodes",
            List.of(host),
            Duration.ofHours(1));
  }
}
