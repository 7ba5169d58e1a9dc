package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.Rule;
import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Composition;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans composed by hand that end before the deletion, or delete some of their nodes only.
final class LeftOutRunTest {
  private static final Duration DRAIN = Duration.ofMinutes(10);

  @Test
  void whatThePlanDoesNotDeleteStaysOutOfItsQueueAndTheRunIsDone() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(draining(cluster));

      assertLeftOut(cluster, run);
      assertThat(cluster.journal.held()).isEmpty();
      assertThat(cluster.written(run, Entry.QueuesSeen.class).getLast().queues())
          .extracting(Entry.QueueSeen::nodes)
          .containsExactly(4, 2);
    }
  }

  @Test
  void withoutADrainTheNodesAreSeenToHaveLeftAllTheSame() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(plan(cluster, fence(cluster, "node3", "node4", "node7").leaveQueue()));

      assertLeftOut(cluster, run);
    }
  }

  @Test
  void someAreDeletedAndTheOthersStay() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Composition drained = fence(cluster, "node3", "node4").drain(DRAIN, OnDeadline.KEEP);

      Run run = cluster.run(plan(cluster, drained.delete(nodes(cluster, "node4"))));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.RETIRED);
      assertThat(queue(cluster, "node3")).isNull();
    }
  }

  @Test
  void nodesThatAreInNoQueueStayAsTheyAre() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(plan(cluster, fence(cluster, "node99").drain(DRAIN, OnDeadline.KEEP)));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.nodes().getFirst().reason()).isEqualTo("in no queue, as planned");
      assertThat(cluster.sent()).isZero();
    }
  }

  @Test
  void aNodeThatIsKeptForItsJobsIsBackInItsQueueAndNotAsPlanned() {
    Scenario.Job endless = Scenario.Job.running("endless", "batch", List.of("node3"));
    try (SimulatedCluster cluster = SimulatedCluster.with(endless)) {
      Run run = cluster.run(draining(cluster));

      assertThat(run.state()).isEqualTo(RunState.PARTIAL);
      assertThat(run.nodes()).extracting(NodeOutcome::outcome).containsOnly(Outcome.KEPT);
      assertThat(run.nodes().getFirst().reason()).contains("was still running at the deadline");
      assertThat(queue(cluster, "node3")).isEqualTo("ehpcq-batch");
      assertThat(queue(cluster, "node4")).isNull();
    }
  }

  @Test
  @Rule(12)
  void cancelledOnTheWayAllGoBack() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan =
          plan(cluster, fence(cluster, "node3", "node4", "node7").pause(Duration.ofHours(1)));
      cluster.whenWaitingFor("the plan pauses", cluster.cancellation::cancel);

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(queue(cluster, "node3")).isEqualTo("ehpcq-batch");
    }
  }

  /// Every point of a run in two batches.
  static IntStream points() {
    Crash crash = Crash.never();
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.runUntil(crash, draining(cluster));
      return IntStream.range(0, crash.passed().size());
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void whereverItDiesItComesToTheSameEnd(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = draining(cluster);
      cluster.runUntil(Crash.at(point), plan);

      assertLeftOut(cluster, cluster.run(plan));
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  @Rule(12)
  void whereverItDiesItCanBeUndone(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster
          .runUntil(Crash.at(point), draining(cluster))
          .ifPresent(run -> assertUndone(cluster, cluster.undo(run)));
    }
  }

  @Test
  @Rule(12)
  void whatItHasLeftOutGoesBackAfterItsEnd() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run done = cluster.run(draining(cluster));

      assertUndone(cluster, cluster.undo(done.id()));
      assertThatThrownBy(() -> cluster.undo(done.id())).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void thereIsNothingToResumeAfterItsEnd() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run done = cluster.run(draining(cluster));

      assertThatThrownBy(() -> cluster.resume(done.id()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("nothing is left to do");
    }
  }

  private static void assertLeftOut(SimulatedCluster cluster, Run run) {
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.nodes())
        .extracting(node -> node.host() + " " + node.outcome().label() + ": " + node.reason())
        .containsExactly(
            "node3 kept: out of queue batch, as planned",
            "node4 kept: out of queue batch, as planned",
            "node7 kept: out of queue vis, as planned");
    assertThat(cluster.ehpc.nodes(SimulatedCluster.ID))
        .filteredOn(node -> List.of("node3", "node4", "node7").contains(node.host()))
        .hasSize(3)
        .allMatch(node -> node.queue() == null);
    assertThat(cluster.calls(SimulatedCluster.JOIN)).isZero();
    assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
  }

  private static void assertUndone(SimulatedCluster cluster, Run run) {
    assertThat(run.nodes())
        .extracting(NodeOutcome::outcome)
        .isSubsetOf(Outcome.KEPT, Outcome.UNTOUCHED);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThat(queue(cluster, "node3")).isEqualTo("ehpcq-batch");
    assertThat(queue(cluster, "node4")).isEqualTo("ehpcq-batch");
    assertThat(queue(cluster, "node7")).isEqualTo("ehpcq-vis");
    assertThat(cluster.journal.held()).isEmpty();
  }

  private static @Nullable String queue(SimulatedCluster cluster, String host) {
    return cluster.node(host).orElseThrow().queue();
  }

  private static Plan draining(SimulatedCluster cluster) {
    return plan(cluster, fence(cluster, "node3", "node4", "node7").drain(DRAIN, OnDeadline.KEEP));
  }

  private static Plan plan(SimulatedCluster cluster, Composition composed) {
    return composed.plan(cluster.ehpc.budget(), cluster.time.instant());
  }

  private static Composition fence(SimulatedCluster cluster, String... hosts) {
    return Composition.of("t", RetireOptions.defaults().withBatch(Batches.parse("1,2")))
        .fence(nodes(cluster, hosts));
  }

  private static Nodes nodes(SimulatedCluster cluster, String... hosts) {
    Snapshot snapshot = cluster.ehpc.snapshot(SimulatedCluster.ID);
    List<Node> named =
        Arrays.stream(hosts)
            .flatMap(host -> snapshot.nodes().stream().filter(node -> node.host().equals(host)))
            .toList();
    return new Nodes(snapshot, named);
  }
}
