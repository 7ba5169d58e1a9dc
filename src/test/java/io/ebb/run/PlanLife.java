package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
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
/// down for a while, and others go on where they stopped, until the run has ended.
final class PlanLife implements Runnable {
  private static final int MOST_CRASHES = 3;
  private static final int MOST_PROCESSES = 8;

  private final HistoryWorld world;
  private final Random random;
  private boolean givenUp;

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
    for (int process = 0; process < MOST_PROCESSES && goesOn(plan); process++) {
      carry(plan, process);
    }
    runOf(plan).ifPresent(run -> close(run, plan));
  }

  private Optional<String> runOf(Plan plan) {
    return world.journal.runOf(plan.digest());
  }

  private boolean goesOn(Plan plan) {
    return runOf(plan).map(run -> !world.ended.containsKey(run)).orElse(!givenUp);
  }

  /// One process begins the run, or goes on with it.
  private void carry(Plan plan, int process) {
    boolean careful = process >= MOST_CRASHES;
    boolean mortal = !careful && random.nextInt(3) > 0;
    Crash crash = mortal ? Crash.at(random.nextInt(80)) : Crash.never();
    try {
      end(carried(process(crash, careful), plan));
    } catch (Crash.Killed killed) {
      world.tally.count("crashes");
      world.tell("operator", String.valueOf(killed.getMessage()));
      world.idle(Duration.ofMinutes(random.nextBoolean() ? 1 : 90));
    } catch (RefusedException e) {
      world.tally.count("runs refused");
      world.tell("operator", String.valueOf(e.getMessage()));
      givenUp = true;
      world.idle(Duration.ofMinutes(1));
    } catch (EhpcException e) {
      world.tally.count("first looks in vain");
      world.tell("operator", String.valueOf(e.getMessage()));
      world.idle(Duration.ofMinutes(1));
    }
  }

  private SimulatedProcess process(Crash crash, boolean careful) {
    return new SimulatedProcess(world, ++world.processes, crash, careful, skew());
  }

  private Run carried(SimulatedProcess process, Plan plan) {
    Runner runner = process.runner;
    Cancellation cancellation = process.cancellation;
    Optional<String> begun = runOf(plan);
    int choice = begun.isEmpty() ? 0 : random.nextInt(8);
    return switch (choice) {
      case 0 -> runner.run(plan, cancellation, process::heard, Question.keep());
      case 1 -> runner.undo(begun.orElseThrow(), cancellation, process::heard, Question.keep());
      default -> runner.resume(begun.orElseThrow(), cancellation, process::heard, Question.keep());
    };
  }

  /// In the end somebody may apply the plan once more, which does nothing (rule 17), or look again
  /// at nodes of which nobody could say what became of them.
  private void close(String id, Plan plan) {
    if (!world.ended.containsKey(id)) {
      world.violate("run " + id + " does not come to its end");
      return;
    }
    if (random.nextInt(4) == 0) {
      world.idle(Duration.ofMinutes(40));
      int sent = world.sent.size();
      SimulatedProcess process = process(Crash.never(), true);
      Run again = process.runner.run(plan, process.cancellation, process::heard, Question.keep());
      if (!again.equals(world.ended.get(id))) {
        world.violate("applied again, it is " + again + ", not " + world.ended.get(id));
      }
      if (process.sent() > 0) {
        world.violate("applied again, it sends " + world.sent.subList(sent, world.sent.size()));
      }
      world.tally.count("applied again");
    }
  }

  private void end(Run run) {
    world.tally.count("runs " + run.state().label());
    run.nodes().forEach(node -> world.tally.count("nodes " + node.outcome().label()));
    if (!run.equals(world.ended.get(run.id())) && run.state() != RunState.INTERRUPTED) {
      world.violate("returned " + run + ", written down " + world.ended.get(run.id()));
    }
  }

  private Duration skew() {
    return switch (random.nextInt(6)) {
      case 0 -> Duration.ofSeconds(random.nextInt(110) - 55L);
      case 1 -> Duration.ofSeconds(random.nextInt(1200) - 600L);
      default -> Duration.ZERO;
    };
  }

  private Plan plan() {
    Snapshot snapshot = world.clear.snapshot(RandomCluster.ID);
    List<Node> nodes = new ArrayList<>(snapshot.nodes());
    nodes.removeIf(node -> node.role() == Role.CONTROLLER);
    Collections.shuffle(nodes, random);
    int count = 1 + random.nextInt(Math.max(1, Math.min(7, nodes.size() / 2)));
    return Planner.retire(
        snapshot, nodes.subList(0, count), options(), world.clear.budget(), world.now());
  }

  private RetireOptions options() {
    return RetireOptions.defaults()
        .withDrain(Duration.ofMinutes(List.of(0, 5, 10, 60).get(random.nextInt(4))))
        .withOnDeadline(random.nextInt(4) == 0 ? OnDeadline.FORCE : OnDeadline.KEEP)
        .withStopAfter(1 + random.nextInt(3))
        .withLimits(
            Limits.defaults()
                .withKeepPerRole(1 + random.nextInt(3))
                .withKeepPerQueue(random.nextInt(2)))
        .withBatch(Batches.parse(List.of("all", "1,2", "doubling", "2").get(random.nextInt(4))));
  }
}
