package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batch;
import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Past;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Plans that pause, or have somebody asked, before nodes are deleted.
final class PausedRunTest {
  private static final Duration SPAN = Duration.ofMinutes(20);

  @Test
  void aPauseLastsAsLongAsThePlanSaysAndItsEndIsWrittenDown() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(pausing(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isBetween(SPAN, SPAN.plusMinutes(3));
      assertThat(cluster.written(run, Entry.Deadline.class))
          .filteredOn(deadline -> deadline.phase().startsWith("pause"))
          .singleElement()
          .matches(deadline -> deadline.until().equals(deadline.at().plus(SPAN)));
      assertThat(cluster.written(run, Entry.Waiting.class))
          .anyMatch(wait -> wait.reason().equals("the plan pauses"));
    }
  }

  @Test
  void ofTwoPausesThatAreAlikeEachTakesItsTime() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      Step pause = new Step.Pause(ids(plan), SPAN);

      Run run = cluster.run(beforeDeletion(plan, pause, pause));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.took()).isGreaterThan(SPAN.multipliedBy(2));
    }
  }

  @Test
  void cancelledInAPauseTheNodeGoesBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.whenWaitingFor("the plan pauses", cluster.cancellation::cancel);

      Run run = cluster.run(pausing(cluster));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.took()).isLessThan(SPAN);
      assertBack(cluster, run);
    }
  }

  @Test
  void interruptedInAPauseItStopsAsItStands() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.whenWaitingFor(
          "the plan pauses", () -> cluster.cancellation.interrupt("somebody wants it"));

      Run run = cluster.run(pausing(cluster));

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.took()).isLessThan(SPAN);
      assertThat(cluster.sent()).isEqualTo(1);
    }
  }

  @Test
  void whatSomebodyConfirmsGoesOn() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      List<String> asked = new ArrayList<>();
      cluster.question =
          new Confirming(() -> {}) {
            @Override
            public boolean confirm(String question, List<String> hosts) {
              asked.add(question + hosts);
              return true;
            }
          };

      Run run = cluster.run(confirming(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(asked).containsExactly("Backup taken?[node3]");
      assertThat(cluster.written(run, Entry.Confirmed.class))
          .singleElement()
          .matches(entry -> entry.answer().equals("yes"));
    }
  }

  @Test
  void whatNobodyConfirmsIsKept() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(confirming(cluster));

      assertThat(run.nodes().getFirst().reason()).isEqualTo("not confirmed; back in queue batch");
      assertBack(cluster, run);
    }
  }

  /// Lists that lag behind show the node where it was: it is not back because of that.
  @Test
  void whatNobodyConfirmsRightAfterItHasLeftGoesBackAllTheSame() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = cluster.plan("node3");
      Step.Confirm confirm = new Step.Confirm(ids(plan), "Backup taken?");
      cluster.sim.inject(
          Fault.every(
              "/queue/ehpc/getQueueList",
              new FaultKind.Stale(new Past.Ago(Duration.ofSeconds(40)))));

      Run run = cluster.run(with(plan, 1, confirm));

      cluster.time.clock.advance(Duration.ofMinutes(1));
      assertThat(run.nodes().getFirst().reason()).isEqualTo("not confirmed; back in queue batch");
      assertBack(cluster, run);
    }
  }

  @Test
  void cancelledWhileSomebodyIsAskedTheNodeGoesBack() {
    CountDownLatch over = new CountDownLatch(1);
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.question = new Confirming(cluster.cancellation::cancel, over);

      Run run = cluster.run(confirming(cluster));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertBack(cluster, run);
    } finally {
      over.countDown();
    }
  }

  @Test
  void interruptedWhileSomebodyIsAskedThereIsNoAnswer() {
    CountDownLatch over = new CountDownLatch(1);
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.question =
          new Confirming(() -> cluster.cancellation.interrupt("somebody wants it"), over);

      Run run = cluster.run(confirming(cluster));

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(cluster.written(run, Entry.Confirmed.class)).isEmpty();
      assertThat(cluster.sent()).isEqualTo(1);
    } finally {
      over.countDown();
    }
  }

  /// Does something when asked, and then does not answer until it is over.
  private static class Confirming implements Question {
    private final Runnable deed;
    private final CountDownLatch over;

    Confirming(Runnable deed) {
      this(deed, new CountDownLatch(0));
    }

    Confirming(Runnable deed, CountDownLatch over) {
      this.deed = deed;
      this.over = over;
    }

    @Override
    public boolean deleteBusy(List<String> hosts, List<String> jobs) {
      return false;
    }

    @Override
    public boolean confirm(String question, List<String> hosts) {
      deed.run();
      try {
        over.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a question", e);
      }
      return true;
    }
  }

  private static Plan pausing(SimulatedCluster cluster) {
    Plan plan = cluster.plan("node3");
    return beforeDeletion(plan, new Step.Pause(ids(plan), SPAN));
  }

  private static Plan confirming(SimulatedCluster cluster) {
    Plan plan = cluster.plan("node3");
    return beforeDeletion(plan, new Step.Confirm(ids(plan), "Backup taken?"));
  }

  private static List<String> ids(Plan plan) {
    return plan.batches().getFirst().nodes();
  }

  /// The plan with more steps before the deletion of its only batch.
  private static Plan beforeDeletion(Plan plan, Step... more) {
    return with(plan, plan.batches().getFirst().steps().size() - 2, more);
  }

  /// The plan with more steps in its only batch, after so many.
  private static Plan with(Plan plan, int after, Step... more) {
    Batch batch = plan.batches().getFirst();
    List<Step> steps = new ArrayList<>(batch.steps());
    steps.addAll(after, List.of(more));
    return new Plan(
        plan.id(),
        plan.title(),
        plan.cluster(),
        plan.queues(),
        plan.targets(),
        plan.options(),
        plan.verdicts(),
        List.of(new Batch(batch.number(), batch.nodes(), steps)),
        plan.forecast(),
        plan.budget(),
        plan.madeAt(),
        plan.expiresAt());
  }

  private static void assertBack(SimulatedCluster cluster, Run run) {
    assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.KEPT);
    assertThat(cluster.node("node3").orElseThrow().queue()).isEqualTo("ehpcq-batch");
    assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
  }
}
