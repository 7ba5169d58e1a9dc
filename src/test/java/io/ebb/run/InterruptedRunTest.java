package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.plan.Batches;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Past;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Somebody interrupts the run: it stops as it stands, at once, and can be resumed (rule 12).
final class InterruptedRunTest {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void beforeItHasBegunNothingBegins() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      cluster.cancellation.interrupt("Ctrl-C");

      assertThatThrownBy(() -> cluster.run(plan))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("not begun: Ctrl-C");
      assertThat(cluster.journal.heads(9)).isEmpty();
      assertThat(cluster.sim.changes()).isEmpty();
    }
  }

  @Test
  void whileTheNodeLeavesItsReceiptIsThereAndItsEndIsNotAwaited() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.whenWaitingFor("leaving queue", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertStopped(cluster, run);
      assertThat(cluster.written(run, Entry.Receipt.class)).hasSize(1);
      assertThat(cluster.written(run, Entry.Concluded.class)).isEmpty();
    }
  }

  @Test
  void theCallInFlightIsFinishedAndItsReceiptIsWritten() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(SimulatedCluster.DELETE_ACTION, interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertStopped(cluster, run);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
      assertThat(cluster.written(run, Entry.Receipt.class)).hasSize(2);
    }
  }

  @Test
  void ofTwoQueuesTheSecondIsNotAskedAnyMore() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.beforeSending(SimulatedCluster.LEAVE_ACTION, interrupt(cluster));

      Run run =
          cluster.run(
              cluster.plan(
                  RetireOptions.defaults().withBatch(Batches.parse("all")), "node3", "node7"));

      assertStopped(cluster, run);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(1);
    }
  }

  @Test
  void whileTheListsLagBehind() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.sim.inject(
          Fault.every(
              "/queue/ehpc/getQueueList",
              new FaultKind.Stale(new Past.Ago(Duration.ofMinutes(1)))));
      cluster.whenWaitingFor("nodes that have left are still listed", interrupt(cluster));

      assertStopped(cluster, cluster.run(cluster.plan("node3")));
    }
  }

  @Test
  void whileTheLeavingSettles() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(Step.Drain.class, interrupt(cluster));

      assertStopped(cluster, cluster.run(cluster.plan("node3")));
    }
  }

  @Test
  void whileDrainingTheNodeStaysOutOfItsQueue() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.whenWaitingFor("job", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertStopped(cluster, run);
      assertThat(run.took()).isLessThan(Duration.ofMinutes(1));
      assertThat(cluster.node("node3").orElseThrow().queue()).isNull();
    }
  }

  @Test
  void whileTheDeletionGoesOnItsEndIsNotAwaited() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.whenWaitingFor("deletion", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertStopped(cluster, run);
      assertThat(run.took()).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void whileTheAnswerToADeletionIsLookedFor() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetAfter());
      cluster.whenWaitingFor("the answer to deletion", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3"));

      assertStopped(cluster, run);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void whileDeletedNodesAreStillListed() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(
          Step.Verify.class,
          () ->
              cluster.sim.inject(
                  Fault.every(
                      "/cluster/listNodes",
                      new FaultKind.Stale(new Past.Ago(Duration.ofMinutes(5))))));
      Consumer<RunEvent> first = cluster.onEvent;
      cluster.whenWaitingFor("deleted nodes are still listed", interrupt(cluster));
      Consumer<RunEvent> second = cluster.onEvent;
      cluster.onEvent = first.andThen(second);

      assertStopped(cluster, cluster.run(cluster.plan("node3")));
    }
  }

  @Test
  void whileTheServiceIsTooBusyToDelete() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.sim.inject(Fault.every(SimulatedCluster.DELETE, new FaultKind.RetCode(5100, "busy")));
      cluster.whenWaitingFor("deletion", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3"));

      assertStopped(cluster, run);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void whileANodeIsPutBackAWishToCancelIsNotForgotten() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.whenWaitingFor(
          "job",
          () -> {
            cluster.cancellation.cancel();
            cluster.whenWaitingFor("going back", interrupt(cluster));
          });

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertStopped(cluster, run);
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isEqualTo(1);
      assertThat(cluster.journal.head(run.id()).cancelAsked()).isTrue();
    }
  }

  @Test
  void cancelledAfterAnInterruptItStaysInterrupted() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.whenWaitingFor(
          "job",
          () -> {
            cluster.cancellation.interrupt("Ctrl-C");
            cluster.cancellation.cancel();
          });

      assertStopped(cluster, cluster.run(cluster.plan("node3")));
    }
  }

  @Test
  void whileSomebodyIsAskedThereIsNoAnswer() {
    CountDownLatch over = new CountDownLatch(1);
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.question =
          (_, _) -> {
            cluster.cancellation.interrupt("Ctrl-C");
            return waited(over);
          };

      Run run =
          cluster.run(
              cluster.plan(
                  RetireOptions.defaults()
                      .withDrain(Duration.ofMinutes(5))
                      .withOnDeadline(OnDeadline.ASK),
                  "node3"));

      assertStopped(cluster, run);
      assertThat(cluster.written(run, Entry.Asked.class)).hasSize(1);
      assertThat(cluster.written(run, Entry.Answered.class)).isEmpty();
    } finally {
      over.countDown();
    }
  }

  @Test
  void anInterruptOfItsThreadCountsAndIsHandedBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.whenWaitingFor("job", Thread.currentThread()::interrupt);

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(Thread.interrupted()).as("handed back").isTrue();
      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.stopped()).contains("thread");
      assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    }
  }

  @Test
  void whoListensHearsOfIt() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.whenWaitingFor("job", interrupt(cluster));

      Run run = cluster.run(cluster.plan("node3"));

      assertThat(cluster.events.getLast())
          .isEqualTo(new RunEvent.Interrupted("Ctrl-C", run.nodes()));
    }
  }

  private static Runnable interrupt(SimulatedCluster cluster) {
    return () -> cluster.cancellation.interrupt("Ctrl-C");
  }

  private static boolean waited(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a question", e);
    }
    return true;
  }

  /// It stands as it stood: nothing settled, nothing more sent, and somebody can go on with it.
  private static void assertStopped(SimulatedCluster cluster, Run run) {
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.INTERRUPTED);
    assertThat(run.stopped()).isEqualTo("Ctrl-C");
    assertThat(run.nodes()).extracting(NodeOutcome::outcome).containsOnly(Outcome.OPEN);
    assertThat(cluster.journal.entries(run.id()).getLast())
        .isInstanceOfSatisfying(
            Entry.Interrupted.class, last -> assertThat(last.reason()).isEqualTo("Ctrl-C"));
    assertThat(cluster.written(run, Entry.Settled.class)).isEmpty();
    assertThat(cluster.written(run, Entry.Ended.class)).isEmpty();
    assertThat(cluster.journal.held()).isNotEmpty();
    assertThat(cluster.sent()).isEqualTo(cluster.written(run, Entry.Intent.class).size());
  }
}
