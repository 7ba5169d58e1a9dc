package io.ebb.run;

import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.FaultKind.Damage;
import io.ebb.sim.Past;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// What goes wrong with single calls, by chance: how often differs from history to history.
final class Chaos {
  private static final double[] RATES = {0, 0.01, 0.03, 0.1, 0.25};

  private static final List<Damage> DAMAGES = List.of(Damage.values());

  /// Lists lag behind for less than what a change is given to show ([Pursuit]).
  private static final int MOST_STALE_SECONDS = 20;

  private final Random random;
  private final double rate;

  Chaos(Random random) {
    this.random = random;
    this.rate = RATES[random.nextInt(RATES.length)];
  }

  /// Something goes wrong with the call that comes next, or nothing.
  void strike(Simulator sim, String path, boolean write) {
    if (random.nextDouble() < rate) {
      sim.inject(Fault.next(path, write ? ofWrite() : ofRead()));
    }
  }

  /// How long a request, or its answer, is on its way.
  Duration latency(Duration most) {
    return random.nextInt(100) == 0
        ? Duration.ofSeconds(random.nextLong(most.toSeconds()))
        : Duration.ofMillis(random.nextInt(300));
  }

  private FaultKind ofWrite() {
    return switch (random.nextInt(8)) {
      case 0 -> new FaultKind.OperationFails();
      case 1 -> new FaultKind.OperationNeverEnds();
      case 2, 3 -> new FaultKind.ResetAfter();
      case 4 -> new FaultKind.Garbage(damage());
      case 5 -> new FaultKind.RetCode(1400, "some state forbids it");
      default -> ofAny();
    };
  }

  private FaultKind ofRead() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new FaultKind.Stale(new Past.Ago(Duration.ofSeconds(random.nextInt(MOST_STALE_SECONDS))));
      case 1 -> new FaultKind.Garbage(damage());
      default -> ofAny();
    };
  }

  private FaultKind ofAny() {
    return switch (random.nextInt(6)) {
      case 0 -> new FaultKind.ResetBefore();
      case 1 -> new FaultKind.ResetAfter();
      case 2 -> new FaultKind.RetCode(5100, "busy");
      case 3 -> new FaultKind.RetCode(2500, "too many calls");
      case 4 -> new FaultKind.Skew(Duration.ofSeconds(random.nextInt(100) - 50L));
      default -> new FaultKind.HttpStatus(500 + random.nextInt(5), "<html>gateway</html>");
    };
  }

  private Damage damage() {
    return DAMAGES.get(random.nextInt(DAMAGES.size()));
  }
}
