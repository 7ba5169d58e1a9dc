package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.plan.RetireOptions;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// A run is undone, or looked at again after its end, by a process that dies on the way: whoever
/// goes on comes to the same end.
final class UndoneAnywhereTest {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void anUndoThatDiedIsGoneOnWithAsAnUndo() {
    for (String where :
        List.of("after writing Resumed", "before writing GivenUp", "before writing Intent")) {
      try (SimulatedCluster cluster = SimulatedCluster.with()) {
        String run = stopped(cluster);
        Crash crash = Crash.when(where);
        cluster.undoUntil(crash, run);
        assertThat(crash.dead()).as(where).isTrue();

        Run end = cluster.resume(run);

        assertThat(end.state()).as(where).isEqualTo(RunState.CANCELLED);
        assertBack(cluster, end, where);
      }
    }
  }

  @Test
  void anUndoThatDiesAnywhereIsUndone() {
    diesAnywhere(
        UndoneAnywhereTest::stopped,
        (cluster, crash) -> cluster.undoUntil(crash, id(cluster)),
        cluster -> cluster.undo(id(cluster)),
        UndoneAnywhereTest::assertBack);
  }

  @Test
  void anUndoAfterTheEndThatDiesAnywhereIsUndoneByWhoeverGoesOn() {
    diesAnywhere(
        UndoneAnywhereTest::leftOut,
        (cluster, crash) -> cluster.undoUntil(crash, id(cluster)),
        cluster -> cluster.undo(id(cluster)),
        UndoneAnywhereTest::assertBack);
    diesAnywhere(
        UndoneAnywhereTest::leftOut,
        (cluster, crash) -> {
          cluster.undoUntil(Crash.when("after writing Resumed"), id(cluster));
          cluster.resumeUntil(crash, id(cluster));
        },
        cluster -> cluster.resume(id(cluster)),
        UndoneAnywhereTest::assertBack);
  }

  @Test
  void aSecondLookThatDiesAnywhereIsTakenAgain() {
    diesAnywhere(
        cluster -> {
          cluster.inject(SimulatedCluster.DELETE, new FaultKind.OperationNeverEnds());
          assertThat(cluster.run(cluster.plan("node4")).state()).isEqualTo(RunState.UNKNOWN);
          cluster.sim.world().deleteNode(SimulatedCluster.ID, "node4");
          return id(cluster);
        },
        (cluster, crash) -> cluster.resumeUntil(crash, id(cluster)),
        cluster -> cluster.resume(id(cluster)),
        (cluster, run, where) -> {
          assertThat(run.state()).as(where).isEqualTo(RunState.DONE);
          assertThat(cluster.calls(SimulatedCluster.DELETE)).as(where).isEqualTo(1);
        });
  }

  @Test
  void aRunThatWasTakenAgainAfterItsEndAndNoMoreEndsAgain() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      String run = leftOut(cluster);
      cluster.undoUntil(Crash.when("after taking over"), run);
      assertThat(cluster.journal.head(run).resumable()).isTrue();

      assertThat(cluster.resume(run).nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);

      assertThat(cluster.journal.head(run).resumable()).isFalse();
      assertThat(cluster.journal.held()).isEmpty();
      assertThatThrownBy(() -> cluster.resume(run)).isInstanceOf(RefusedException.class);
      assertBack(cluster, cluster.undo(run), "at last");
    }
  }

  @Test
  void aNodeWhoseLeavingCouldNotBeFollowedGoesBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt) {
              cluster.onEntry = _ -> {};
              cluster.inject("/operation", new FaultKind.RetCode(1200, "no such key"));
            }
          };
      Run unknown = cluster.run(cluster.plan("node3"));
      assertThat(unknown.nodes().getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
      cluster.time.clock.advance(Duration.ofMinutes(5));
      assertThat(cluster.node("node3").orElseThrow().queue()).isNull();

      assertBack(cluster, cluster.undo(unknown.id()), "after its end");
    }
  }

  @Test
  void aDeletionWithoutATraceMayTakeAWhileToShow() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetAfter());
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Declined) {
              cluster.onEntry = _ -> {};
              cluster.inject("/operation", new FaultKind.RetCode(1200, "no such key"));
            }
          };
      Run unknown = cluster.run(cluster.plan("node3"));
      assertThat(unknown.state()).isEqualTo(RunState.UNKNOWN);

      Run run = cluster.resume(unknown.id());

      Entry.Intent sent = cluster.written(run, Entry.Intent.class).getLast();
      assertThat(Duration.between(sent.at(), run.endedAt()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
  }

  /// The end of a run and the way there.
  @FunctionalInterface
  private interface End {
    void check(SimulatedCluster cluster, Run run, String where);
  }

  private static void diesAnywhere(
      Function<SimulatedCluster, String> before,
      BiConsumer<SimulatedCluster, Crash> dying,
      Function<SimulatedCluster, Run> after,
      End end) {
    boolean died = true;
    for (int point = 0; died; point++) {
      try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
        String run = before.apply(cluster);
        Crash crash = Crash.at(point);
        dying.accept(cluster, crash);
        died = crash.dead();
        History history = History.of(cluster.journal.entries(run));
        boolean more = !history.reopenedFor(Entry.Resumed.UNDO).isEmpty();
        Run result =
            more ? after.apply(cluster) : history.ended().orElseGet(() -> after.apply(cluster));
        end.check(cluster, result, crash.passed().getLast());
        assertThat(cluster.journal.held()).isEmpty();
      }
    }
  }

  private static String id(SimulatedCluster cluster) {
    return cluster.journal.heads(1).getFirst().id();
  }

  private static String stopped(SimulatedCluster cluster) {
    return cluster
        .runUntil(Crash.when("after writing Deadline"), cluster.plan("node3"))
        .orElseThrow();
  }

  /// The run has ended, and could not put the node back.
  private static String leftOut(SimulatedCluster cluster) {
    cluster.inject(SimulatedCluster.JOIN, new FaultKind.OperationFails());
    RetireOptions options = RetireOptions.defaults().withDrain(Duration.ofMinutes(5));
    Run run = cluster.run(cluster.plan(options, "node3"));
    assertThat(run.nodes().getFirst().outcome()).isEqualTo(Outcome.FAILED);
    return run.id();
  }

  private static void assertBack(SimulatedCluster cluster, Run run, String where) {
    assertThat(run.nodes().getFirst().outcome()).as(where).isEqualTo(Outcome.KEPT);
    assertThat(cluster.node("node3").orElseThrow().queue()).as(where).isEqualTo("ehpcq-batch");
    assertThat(cluster.calls(SimulatedCluster.DELETE)).as(where).isZero();
  }
}
