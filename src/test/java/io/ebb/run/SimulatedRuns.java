package io.ebb.run;

import io.ebb.plan.Batches;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Runs of plans that were carried out on a simulated cluster, for those who read journals.
///
/// @param run the id of the run
/// @param journal ends when this is closed
/// @param now a moment after the last event
/// @param ending ends its world
public record SimulatedRuns(String run, Journal journal, Instant now, Runnable ending)
    implements AutoCloseable {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  private interface Story {
    String in(SimulatedCluster cluster);
  }

  private static SimulatedRuns tell(SimulatedCluster world, Story story) {
    String run = story.in(world);
    return new SimulatedRuns(run, world.journal, world.time.instant(), world::close);
  }

  @Override
  public void close() {
    ending.run();
  }

  /// Three nodes in two batches; all goes well.
  public static SimulatedRuns wellDone() {
    return tell(
        SimulatedCluster.with(),
        cluster -> cluster.run(cluster.plan("node3", "node4", "node7")).id());
  }

  /// So many nodes of four queues, all well.
  public static SimulatedRuns wellDone(int nodes) {
    String[] hosts =
        IntStream.rangeClosed(1, nodes).mapToObj(serial -> "node" + serial).toArray(String[]::new);
    return tell(
        SimulatedCluster.ofQueues(4, nodes / 4 + 1, SimOptions.defaults()),
        cluster -> cluster.run(cluster.plan(hosts)).id());
  }

  /// A job outlasts the drain, and its node is kept; the others go.
  public static SimulatedRuns oneKept() {
    RetireOptions options =
        RetireOptions.defaults()
            .withDrain(Duration.ofMinutes(10))
            .withOnDeadline(OnDeadline.KEEP)
            .withBatch(Batches.parse("2"));
    return tell(
        SimulatedCluster.with(ENDLESS),
        cluster -> cluster.run(cluster.plan(options, "node3", "node4", "node5")).id());
  }

  /// The service refuses twice, and loses the answer to a deletion.
  public static SimulatedRuns withTrouble() {
    return tell(
        SimulatedCluster.with(),
        cluster -> {
          cluster.inject(SimulatedCluster.LEAVE, new FaultKind.RetCode(5100, "busy"));
          cluster.inject(SimulatedCluster.DELETE, new FaultKind.ResetAfter());
          return cluster.run(cluster.plan("node3", "node4")).id();
        });
  }

  /// The process dies once the deletion was accepted; nobody has gone on with it.
  public static SimulatedRuns killed() {
    return tell(
        SimulatedCluster.with(),
        cluster ->
            cluster.runUntil(Crash.when("after writing Receipt", 2), plan(cluster)).orElseThrow());
  }

  /// The process dies once the deletion was accepted; another one brings it to its end later.
  public static SimulatedRuns killedAndResumed() {
    return tell(
        SimulatedCluster.with(),
        cluster -> {
          String run =
              cluster.runUntil(Crash.when("after writing Receipt", 2), plan(cluster)).orElseThrow();
          cluster.time.clock.advance(Duration.ofMinutes(12));
          return cluster.resume(run).id();
        });
  }

  /// What is seen of a run while its first node is being drained.
  public static <T> T whileDraining(Function<SimulatedRuns, T> look) {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      List<T> seen = new ArrayList<>();
      Plan plan = plan(cluster);
      cluster.whenWaitingFor(
          "job",
          () -> {
            String run = cluster.journal.runOf(plan.digest()).orElseThrow();
            Instant later = cluster.time.instant().plusSeconds(7);
            seen.add(look.apply(new SimulatedRuns(run, cluster.journal, later, () -> {})));
          });
      cluster.run(plan);
      return seen.getFirst();
    }
  }

  private static Plan plan(SimulatedCluster cluster) {
    return cluster.plan("node3", "node4", "node7");
  }
}
