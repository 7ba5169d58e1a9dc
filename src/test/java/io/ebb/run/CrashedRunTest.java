package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.sim.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The process that carries out a run dies at any point, and another one goes on with the run.
final class CrashedRunTest {
  private static final String[] HOSTS = {"node1", "node2", "node7", "node3", "node8"};

  /// Every point of a retire of nodes of two queues in three batches.
  static IntStream points() {
    Crash crash = Crash.never();
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.runUntil(crash, plan(cluster));
      return IntStream.range(0, crash.passed().size());
    }
  }

  private static Plan plan(SimulatedCluster cluster) {
    return cluster.plan(RetireOptions.defaults().withBatch(Batches.parse("1,2")), HOSTS);
  }

  @ParameterizedTest
  @MethodSource("points")
  void everyNodeIsRetiredOnce(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = plan(cluster);
      Crash crash = Crash.at(point);

      cluster.runUntil(crash, plan);
      Run run = cluster.run(plan);

      assertRetired(cluster, plan, run, crash.passed());
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void everyNodeIsRetiredOnceWhenTheOtherProcessDiesToo(int point) {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Plan plan = plan(cluster);
      Crash first = Crash.at(point);
      Crash second = Crash.at(new Random(point).nextInt(40));

      cluster.runUntil(first, plan);
      cluster.runUntil(second, plan);
      Run run = cluster.run(plan);

      List<String> died = new ArrayList<>(first.passed());
      died.addAll(second.passed());
      assertRetired(cluster, plan, run, died);
    }
  }

  private static void assertRetired(
      SimulatedCluster cluster, Plan plan, Run run, List<String> died) {
    assertThat(run.nodes())
        .as("died %s", died)
        .extracting(NodeOutcome::outcome)
        .containsOnly(Outcome.RETIRED);
    assertThat(run.state()).isEqualTo(RunState.DONE);
    Set<String> targets = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
    assertThat(cluster.changedNodes()).isEqualTo(targets);
    assertThat(happened(cluster, Change.Kind.NODE_DELETED)).doesNotHaveDuplicates();
    assertThat(happened(cluster, Change.Kind.NODE_LEFT)).doesNotHaveDuplicates();
    assertThat(happened(cluster, Change.Kind.NODE_JOINED)).isEmpty();
  }

  private static List<String> happened(SimulatedCluster cluster, Change.Kind kind) {
    return cluster.sim.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(Change::subject)
        .toList();
  }
}
