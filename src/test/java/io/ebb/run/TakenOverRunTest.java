package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Somebody else carries out the run by now, or may do so: whoever had it sends nothing more.
final class TakenOverRunTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private static final Scenario.Job SHORT =
      Scenario.Job.running("short", "batch", List.of("node3"));

  @Test
  void takenOverWhileItWaitsItSendsNothingMore() {
    try (SimulatedCluster cluster = SimulatedCluster.with(SHORT)) {
      cluster.whenWaitingFor("job", () -> takeOver(cluster));

      Run run = run(cluster, cluster.runner(cluster.journal, NEVER, System::nanoTime));

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.stopped()).contains("was taken over");
      assertThat(cluster.sent()).isEqualTo(1);
      assertThat(cluster.written(run, Entry.Interrupted.class)).isEmpty();
    }
  }

  @Test
  void theHeartbeatTellsAWaitingRunThatItWasTakenOver() {
    try (SimulatedCluster cluster = SimulatedCluster.with(SHORT)) {
      AtomicInteger beats = new AtomicInteger();
      Runner runner =
          cluster.runner(counting(cluster, beats), Duration.ofMillis(1), System::nanoTime);
      cluster.whenWaitingFor(
          "job",
          () -> {
            takeOver(cluster);
            twoMore(beats);
          });

      Run run = run(cluster, runner);

      assertThat(run.stopped()).contains("was taken over");
      assertThat(run.took()).isLessThan(Duration.ofMinutes(10));
    }
  }

  @Test
  void theHeartbeatTellsThatSomebodyWantsItCancelled() {
    try (SimulatedCluster cluster = SimulatedCluster.with(SHORT)) {
      AtomicInteger beats = new AtomicInteger();
      Runner runner =
          cluster.runner(counting(cluster, beats), Duration.ofMillis(1), System::nanoTime);
      cluster.whenWaitingFor(
          "job",
          () -> {
            cluster.journal.askToCancel("r-2026-11-21-001");
            twoMore(beats);
          });

      Run run = run(cluster, runner);

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
      assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    }
  }

  @Test
  void theNextChangeIsNotBegunWhenSomebodyWantsItCancelled() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Began began) {
              cluster.journal.askToCancel(began.run());
            }
          };

      Run run = run(cluster, cluster.runner(cluster.journal, NEVER, System::nanoTime));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(cluster.sent()).isZero();
    }
  }

  @Test
  void aProcessThatWasPausedBetweenIntentAndCallDoesNotSend() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      AtomicLong ticks = new AtomicLong();
      Journal journal =
          new ForwardingJournal(cluster.journal) {
            @Override
            public void write(Lease lease, Entry entry) {
              super.write(lease, entry);
              if (entry instanceof Entry.Intent) {
                ticks.addAndGet(Duration.ofSeconds(31).toNanos());
              }
            }
          };

      Run run = run(cluster, cluster.runner(journal, NEVER, ticks::get));

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.stopped()).isEqualTo("the process was paused for 31 s");
      assertThat(cluster.sent()).isZero();
      assertThat(cluster.written(run, Entry.Declined.class))
          .singleElement()
          .matches(entry -> String.valueOf(entry.answer()).startsWith("not sent"));
    }
  }

  private static Run run(SimulatedCluster cluster, Runner runner) {
    return cluster.runBy(runner, cluster.plan("node3"));
  }

  /// Whoever holds the lease is alive, so it has to run out first. The heartbeat may prolong the
  /// lease between the two: then it has to run out once more.
  private static void takeOver(SimulatedCluster cluster) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .ignoreExceptionsInstanceOf(RefusedException.class)
        .until(() -> {
          cluster.time.clock.advance(Duration.ofSeconds(31));
          Lease _ = cluster.journal.take("r-2026-11-21-001", Set.of(), cluster.time.instant());
          return true;
        });
  }

  private static Journal counting(SimulatedCluster cluster, AtomicInteger beats) {
    return new ForwardingJournal(cluster.journal) {
      @Override
      public boolean renew(Lease lease) {
        beats.incrementAndGet();
        return super.renew(lease);
      }
    };
  }

  /// When the second has begun, the first has taken effect.
  private static void twoMore(AtomicInteger beats) {
    int before = beats.get();
    await().until(() -> beats.get() >= before + 2);
  }
}
