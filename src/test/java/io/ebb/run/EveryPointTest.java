package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Node;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A retire of 12 nodes in 3 batches from 2 queues, by a process that dies at every point there is:
/// before and after each journal write and each HTTP exchange. It is resumed, and dies again on the
/// way. Whatever happened, each node is deleted exactly once, and nothing else is changed.
///
/// A violation names the points, by which it is played again: `-Debb.deaths=17,3`. The same with
/// real processes that are really killed: [io.ebb.kill.KillMatrixTest].
final class EveryPointTest {
  private static final String[] HOSTS =
      NodeSet.parse("node[1-6,11-16]").expand().toArray(String[]::new);

  private static final String DEATHS = "ebb.deaths";

  /// Of the points of a resume, every so many-th is tried; which ones differs from point to point.
  private static final int STRIDE = Integer.getInteger("ebb.stride", 60);

  @Test
  @EnabledIfSystemProperty(named = DEATHS, matches = ".+")
  void aRunThatDiesAtThesePointsIsResumed() {
    List<Integer> points =
        Arrays.stream(System.getProperty(DEATHS).split(",", -1)).map(Integer::valueOf).toList();

    assertThat(new Tale(points).violations()).isEmpty();
  }

  @Test
  @DisabledIfSystemProperty(named = DEATHS, matches = ".+")
  void aRunThatDiesAnywhereIsResumedAndNothingHappensTwice() {
    int points = new Tale(List.of()).points();

    List<Tale> tales =
        IntStream.range(0, points)
            .parallel()
            .mapToObj(EveryPointTest::dyingAt)
            .flatMap(List::stream)
            .toList();

    System.out.printf("%d points, %d runs that died once or twice%n", points, tales.size());
    assertThat(tales.stream().flatMap(tale -> tale.violations().stream())).isEmpty();
    assertThat(points).isGreaterThan(100);
  }

  private static List<Tale> dyingAt(int point) {
    Tale once = new Tale(List.of(point));
    List<Tale> tales = new ArrayList<>(List.of(once));
    for (int again = point % STRIDE; again < once.points(); again += STRIDE) {
      tales.add(new Tale(List.of(point, again)));
    }
    return tales;
  }

  /// A run, from its beginning to its end, whoever died over it.
  private static final class Tale {
    private final List<Integer> deaths;
    private final List<String> diedAt = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private int points;

    /// @param deaths the points at which the first processes die, each counted by its own
    Tale(List<Integer> deaths) {
      this.deaths = deaths;
      try (SimulatedCluster cluster = cluster()) {
        Snapshot before = cluster.ehpc.snapshot(SimulatedCluster.ID);
        Plan plan = cluster.plan(RetireOptions.defaults().withBatch(Batches.parse("4")), HOSTS);
        live(cluster, plan);
        look(cluster, before, plan);
      } catch (RuntimeException | AssertionError e) {
        violate(e.toString());
      }
    }

    private static SimulatedCluster cluster() {
      Scenario.Job job =
          Scenario.Job.running("long", "batch", List.of("node6")).endingIn(Duration.ofMinutes(4));
      return new SimulatedCluster(
          SimulatedCluster.cluster("1-10", "11-18", List.of(job)), SimOptions.defaults());
    }

    /// One process after the other begins the run or goes on with it; the last one does not die.
    private void live(SimulatedCluster cluster, Plan plan) {
      for (int death : deaths) {
        process(cluster, plan, Crash.at(death));
      }
      process(cluster, plan, Crash.never());
    }

    private void process(SimulatedCluster cluster, Plan plan, Crash crash) {
      cluster
          .journal
          .runOf(plan.digest())
          .ifPresentOrElse(
              run -> goOn(cluster, plan, crash, run), () -> cluster.runUntil(crash, plan));
      points = crash.passed().size();
      if (crash.dead()) {
        diedAt.add(crash.passed().getLast());
      }
    }

    /// A run that died when all was done has ended.
    private static void goOn(SimulatedCluster cluster, Plan plan, Crash crash, String run) {
      if (History.of(cluster.journal.entries(run)).ended().isEmpty()) {
        cluster.resumeUntil(crash, run);
      } else {
        cluster.runUntil(crash, plan); // again: nothing is to happen
      }
    }

    private void look(SimulatedCluster cluster, Snapshot before, Plan plan) {
      Set<String> targets = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
      Truth truth = new Truth(before, cluster.sim.changes(), targets, Set.of());
      truth.violations().forEach(this::violate);
      for (String target : targets) {
        if (truth.deleted(target) != 1 || truth.left(target) != 1) {
          violate(
              "%s was deleted %d times and left its queue %d times"
                  .formatted(target, truth.deleted(target), truth.left(target)));
        }
      }
      cluster.sim.calls().stream()
          .filter(call -> call.method().equals("POST") && call.retCode() != 0)
          .forEach(call -> violate("the service had to refuse what was sent: " + call));
      told(cluster, plan, truth, before);
    }

    private void told(SimulatedCluster cluster, Plan plan, Truth truth, Snapshot before) {
      Run run =
          History.of(cluster.journal.entries(cluster.journal.runOf(plan.digest()).orElseThrow()))
              .ended()
              .orElseThrow();
      if (run.state() != RunState.DONE) {
        violate("the run is %s: %s, %s".formatted(run.state(), run.stopped(), run.nodes()));
      }
      Map<String, String> home =
          before.nodes().stream()
              .filter(node -> node.queue() != null)
              .collect(Collectors.toMap(Node::id, node -> String.valueOf(node.queue())));
      truth.contradictions(run, home).forEach(this::violate);
      if (!cluster.journal.held().isEmpty()) {
        violate("nodes are held still: " + cluster.journal.held());
      }
    }

    private void violate(String what) {
      violations.add("-Debb.deaths=%s (%s): %s".formatted(spelled(), diedAt, what));
    }

    private String spelled() {
      return deaths.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// What was wrong; empty when all was well.
    List<String> violations() {
      return violations;
    }

    /// How many points the last process has passed.
    int points() {
      return points;
    }
  }
}
