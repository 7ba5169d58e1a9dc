package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.OnDeadline;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What a run is given fails: the one who is asked, the listener. No node is left behind without a
/// word.
final class BrokenPartsTest {
  private static final RetireOptions ASKING =
      RetireOptions.defaults().withDrain(Duration.ofMinutes(5)).withOnDeadline(OnDeadline.ASK);

  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void aQuestionThatFailsKeepsTheNode() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.question =
          (_, _) -> {
            throw new UncheckedIOException(new IOException("the terminal is gone"));
          };

      Run run = cluster.run(cluster.plan(ASKING, "node3"));

      assertKept(cluster, run);
      assertThat(cluster.written(run, Entry.Answered.class))
          .singleElement()
          .matches(entry -> entry.answer().contains("the terminal is gone"));
    }
  }

  @Test
  void aQuestionThatNobodyAnswersKeepsTheNode() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.question = new Silence(over, Duration.ofMillis(20));

      Run run = cluster.run(cluster.plan(ASKING, "node3"));

      assertKept(cluster, run);
    } finally {
      over.countDown();
    }
  }

  @Test
  void cancellingEndsTheQuestion() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.question =
          new Silence(over, Duration.ofHours(1)) {
            @Override
            public boolean deleteBusy(List<String> hosts, List<String> jobs) {
              cluster.cancellation.cancel();
              return super.deleteBusy(hosts, jobs);
            }
          };

      Run run = cluster.run(cluster.plan(ASKING, "node3"));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertKept(cluster, run);
    } finally {
      over.countDown();
    }
  }

  @Test
  void whatWasAskedAndAnsweredIsWrittenDown() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      cluster.question = (_, _) -> true;

      Run run = cluster.run(cluster.plan(ASKING, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.written(run, Entry.Asked.class))
          .singleElement()
          .matches(asked -> asked.hosts().equals(List.of("node3")) && asked.jobs().size() == 1);
      assertThat(cluster.written(run, Entry.Answered.class))
          .extracting(Entry.Answered::answer)
          .containsExactly("delete");
    }
  }

  @Test
  void aListenerThatFailsStopsTheRunAndTheNodeGoesBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.atStep(
          Step.Drain.class,
          () -> {
            cluster.onEvent = _ -> fail("the screen is gone");
            fail("the screen is gone");
          });

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertKept(cluster, run);
      assertThat(run.stopped()).contains("the screen is gone");
      assertThat(run.nodes().getLast().outcome()).isEqualTo(Outcome.UNTOUCHED);
    }
  }

  @Test
  void aListenerThatFailsDuringTheDeletionDoesNotHideItsEnd() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.onEvent =
          event -> {
            if (event instanceof RunEvent.Waiting waiting
                && waiting.reason().startsWith("deletion")) {
              fail("the screen is gone");
            }
          };

      Run run = cluster.run(cluster.plan("node3", "node4"));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.UNTOUCHED);
    }
  }

  /// Nobody answers.
  private static class Silence implements Question {
    private final CountDownLatch over;
    private final Duration patience;

    Silence(CountDownLatch over, Duration patience) {
      this.over = over;
      this.patience = patience;
    }

    @Override
    public boolean deleteBusy(List<String> hosts, List<String> jobs) {
      try {
        over.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a question", e);
      }
      return true;
    }

    @Override
    public Duration patience() {
      return patience;
    }
  }

  private static void assertKept(SimulatedCluster cluster, Run run) {
    assertThat(run.nodes().getFirst().outcome()).as(run.nodes().toString()).isEqualTo(Outcome.KEPT);
    assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    assertThat(cluster.written(run, Entry.Settled.class)).isNotEmpty();
    assertThat(cluster.written(run, Entry.Ended.class)).hasSize(1);
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }
}
