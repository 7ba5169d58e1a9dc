package io.ebb.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Somebody who sees the runs of others, and meddles: goes on with what nobody seems to carry out,
/// also while the process that did is only stalled; undoes and cancels runs; interrupts processes
/// in whatever they are waiting for.
final class Colleague implements Runnable {
  private static final Duration PAUSE = Duration.ofMinutes(20);
  private static final int MOST_DEEDS = 4;

  private final HistoryWorld world;
  private final Random random;

  Colleague(HistoryWorld world) {
    this.world = world;
    this.random = world.random;
  }

  @Override
  public void run() {
    for (int left = random.nextInt(MOST_DEEDS); left > 0; left--) {
      world.idle(PAUSE);
      if (random.nextInt(3) == 0) {
        interrupt();
      } else {
        meddle();
      }
    }
  }

  private void interrupt() {
    if (!world.alive.isEmpty()) {
      world.tell("colleague", "interrupts");
      world.tally.count("interrupted in a wait");
      world.alive.get(random.nextInt(world.alive.size())).cancellation.interrupt("a colleague");
    }
  }

  private void meddle() {
    List<String> runs = List.copyOf(world.plans.keySet());
    if (!runs.isEmpty()) {
      String run = runs.get(random.nextInt(runs.size()));
      world.tally.count("runs meddled with");
      int deed = random.nextInt(4);
      SimulatedProcess process = SimulatedProcess.immortal(world, random.nextBoolean());
      process.attempt(() -> meddle(process, run, deed));
    }
  }

  private Optional<Run> meddle(SimulatedProcess process, String run, int deed) {
    return switch (deed) {
      case 0 -> Optional.of(process.undo(run));
      case 1 -> process.cancel(run);
      default -> Optional.of(process.resume(run));
    };
  }
}
