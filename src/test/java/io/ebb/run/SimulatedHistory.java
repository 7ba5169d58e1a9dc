package io.ebb.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One history: what some people do to a random cluster at the same time, some of them with Ebb,
/// while calls fail and processes die. The same seed makes the same history.
///
/// @param seed the seed of all chance
/// @param violations what must never be, and was
/// @param tally what happened how often
record SimulatedHistory(long seed, List<String> violations, Tally tally) {

  /// Lets it happen.
  static SimulatedHistory of(long seed) {
    return of(seed, false, _ -> {});
  }

  /// Lets it happen, and tells it.
  static SimulatedHistory told(long seed, Consumer<String> trace) {
    return of(seed, true, trace);
  }

  private static SimulatedHistory of(long seed, boolean told, Consumer<String> trace) {
    try (HistoryWorld world = new HistoryWorld(seed, told, trace)) {
      List<Runnable> lives = new ArrayList<>();
      lives.add(new PlanLife(world));
      if (world.random.nextBoolean()) {
        lives.add(new PlanLife(world));
      }
      lives.add(new SecondOperator(world));
      lives.add(new Colleague(world));
      world.turns.take(lives);
      for (Throwable thrown : world.turns.take(List.of(new Aftermath(world)))) {
        world.violate("threw " + thrown + " at " + List.of(thrown.getStackTrace()));
      }
      new Judgement(world).violations().forEach(world::violate);
      return new SimulatedHistory(seed, List.copyOf(world.violations), world.tally);
    }
  }
}
