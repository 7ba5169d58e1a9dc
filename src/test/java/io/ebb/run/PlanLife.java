package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Composition;
import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Somebody who makes a plan and carries it out, whatever happens: processes die under it, stay
/// down for a while, and others go on where they stopped.
final class PlanLife implements Runnable {
  private static final int MOST_CRASHES = 3;
  private static final int MOST_PROCESSES = 6;

  private final HistoryWorld world;
  private final Random random;

  PlanLife(HistoryWorld world) {
    this.world = world;
    this.random = world.random;
  }

  @Override
  public void run() {
    world.idle(Duration.ofMinutes(2));
    Plan plan = plan();
    world.tell("operator", "plans " + plan.title() + " " + plan.options());
    if (!plan.applicable()) {
      world.tally.count("plans refused");
      return;
    }
    world.idle(Duration.ofMinutes(3));
    boolean goesOn = true;
    for (int process = 0; process < MOST_PROCESSES && goesOn; process++) {
      goesOn = carry(plan, process);
    }
  }

  /// One process begins the run, or goes on with it; whether there is more to do.
  private boolean carry(Plan plan, int number) {
    boolean mortal = number < MOST_CRASHES && random.nextInt(3) > 0;
    SimulatedProcess process =
        mortal
            ? SimulatedProcess.mortal(world)
            : SimulatedProcess.immortal(world, number >= MOST_CRASHES);
    Optional<Run> run = process.attempt(() -> Optional.of(carried(process, plan)));
    if (run.isPresent()) {
      return run.get().state() == RunState.INTERRUPTED;
    }
    world.idle(Duration.ofMinutes(random.nextBoolean() ? 1 : 90));
    return begun(plan).isPresent() || !process.refused();
  }

  private Optional<String> begun(Plan plan) {
    return world.journal.runOf(plan.digest());
  }

  private Run carried(SimulatedProcess process, Plan plan) {
    Optional<String> begun = begun(plan);
    int choice = begun.isEmpty() ? 0 : random.nextInt(8);
    return switch (choice) {
      case 0 -> process.run(plan);
      case 1 -> process.undo(begun.orElseThrow());
      default -> process.resume(begun.orElseThrow());
    };
  }

  private Plan plan() {
    Snapshot snapshot = world.clear.snapshot(RandomCluster.ID);
    List<Node> nodes = new ArrayList<>(snapshot.nodes());
    nodes.removeIf(node -> node.role() == Role.CONTROLLER);
    Collections.shuffle(nodes, random);
    int count = 1 + random.nextInt(Math.max(1, Math.min(7, nodes.size() / 2)));
    List<Node> targets = nodes.subList(0, count);
    return random.nextInt(4) == 0
        ? composed(new Nodes(snapshot, targets))
        : Planner.retire(snapshot, targets, options(), world.clear.budget(), world.now());
  }

  private Plan composed(Nodes targets) {
    Composition plan = Composition.of("by hand", options()).fence(targets);
    if (random.nextBoolean()) {
      plan = plan.confirm("go on?");
    }
    plan = plan.drain(drain(), onDeadline());
    if (random.nextBoolean()) {
      plan = plan.pause(Duration.ofSeconds(1 + random.nextInt(900)));
    }
    if (random.nextBoolean()) {
      plan = plan.confirm("still?");
    }
    return plan.delete().verify().plan(world.clear.budget(), world.now());
  }

  private RetireOptions options() {
    return RetireOptions.defaults()
        .withDrain(drain())
        .withOnDeadline(onDeadline())
        .withStopAfter(1 + random.nextInt(3))
        .withLimits(
            Limits.defaults()
                .withKeepPerRole(1 + random.nextInt(3))
                .withKeepPerQueue(random.nextInt(2)))
        .withBatch(Batches.parse(List.of("all", "1,2", "doubling", "2").get(random.nextInt(4))));
  }

  private Duration drain() {
    return Duration.ofMinutes(List.of(0, 5, 10, 60).get(random.nextInt(4)));
  }

  private OnDeadline onDeadline() {
    return switch (random.nextInt(6)) {
      case 0 -> OnDeadline.FORCE;
      case 1 -> OnDeadline.ASK;
      default -> OnDeadline.KEEP;
    };
  }
}
