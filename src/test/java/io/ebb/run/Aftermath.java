package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Somebody who tidies up when all others have gone: goes on with every run until it has ended, and
/// may apply its plan once more, which does nothing (rule 17).
final class Aftermath implements Runnable {
  private static final int MOST_PROCESSES = 8;

  private final HistoryWorld world;

  Aftermath(HistoryWorld world) {
    this.world = world;
  }

  @Override
  public void run() {
    List.copyOf(world.plans.keySet()).forEach(this::end);
    world.plans.forEach(this::applyAgain);
  }

  private void end(String run) {
    for (int left = MOST_PROCESSES; left > 0 && open(run); left--) {
      world.turns.pass(Duration.ofMinutes(2)); // whoever had its lease has it no longer
      SimulatedProcess process = SimulatedProcess.immortal(world, true);
      process.attempt(() -> Optional.of(process.resume(run)));
    }
    if (open(run)) {
      world.violate("run " + run + " does not come to its end");
    }
  }

  private boolean open(String run) {
    return switch (world.journal.head(run).state()) {
      case RUNNING, INTERRUPTED -> true;
      default -> false;
    };
  }

  private void applyAgain(String run, Plan plan) {
    if (world.random.nextInt(4) > 0) {
      return;
    }
    world.idle(Duration.ofMinutes(40));
    SimulatedProcess process = SimulatedProcess.immortal(world, true);
    Optional<Run> again = process.attempt(() -> Optional.of(process.run(plan)));
    if (!again.equals(Optional.ofNullable(world.ended.get(run)))) {
      world.violate("applied again, it is " + again + ", not " + world.ended.get(run));
    }
    if (process.sent() > 0) {
      world.violate("applied again, it sends " + world.sent);
    }
    world.tally.count("applied again");
  }
}
