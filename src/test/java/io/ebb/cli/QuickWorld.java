package io.ebb.cli;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/// The world of several processes and a simulator in which everything goes many times faster. Its
/// journal and its calls are those of the settings.
final class QuickWorld extends Clock {
  private static final int SPEED = 120;

  private final Instant beginning;
  private volatile Duration passed = Duration.ZERO;

  /// @param beginning the moment at which its clock shows the machine's time
  QuickWorld(Instant beginning) {
    this.beginning = beginning;
  }

  World of(Settings settings, CallListener calls) {
    World real = World.shared(settings, calls);
    return new World(
        Time.scaled(this, SPEED), InstantSource.system(), real.ledger(), real.journal());
  }

  /// Lets that much pass, in this process only.
  void pass(Duration span) {
    passed = passed.plus(span);
  }

  Instant beginning() {
    return beginning;
  }

  @Override
  public Instant instant() {
    Duration real = Duration.between(beginning, Instant.now());
    return beginning.plus(real.multipliedBy(SPEED)).plus(passed);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock shows UTC only");
  }

  /// Runs `ebb` in a process of its own. The first argument is the beginning of its world.
  public static void main(String[] args) {
    QuickWorld world = new QuickWorld(Instant.parse(args[0]));
    Terminal terminal = Terminal.system(System.out).withWorld(world::of);
    int code = Main.run(terminal, Arrays.copyOfRange(args, 1, args.length));
    terminal.out().flush();
    System.exit(code);
  }
}
