package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.Budget;
import io.ebb.api.CallListener;
import io.ebb.api.Patience;
import io.ebb.api.Time;
import io.ebb.plan.Forecast;
import io.ebb.plan.Limits;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.settings.Settings;
import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A connection for the length of one command: to the service of the settings, or to a simulated
/// one that begins and ends with it.
final class Connected implements AutoCloseable {
  /// The word that stands for the scenario that comes with Ebb.
  static final String STANDARD = "standard";

  /// A routine of some minutes then takes seconds.
  private static final double SPEED = 120;

  /// Whoever waits for a diagnosis wants to be told that the service is busy, not to wait until it
  /// is not.
  private static final Patience IMPATIENCE =
      new Patience(
          Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(20));

  private final Common common;
  private final Ebb ebb;
  private final @Nullable Simulator simulator;
  private final boolean part;

  /// How many calls the plans so far will probably take.
  private final AtomicInteger forecast = new AtomicInteger();

  private Connected(Common common, Ebb ebb, @Nullable Simulator simulator, boolean part) {
    this.common = common;
    this.ebb = ebb;
    this.simulator = simulator;
    this.part = part;
  }

  /// This connection, for one command of the session whose it is: what goes on by way of it is
  /// stopped by itself, and closing it leaves the connection open.
  private Connected part(Common command) {
    return new Connected(command, ebb.part(), simulator, true);
  }

  static Connected open(Common common) {
    Lender lender = common.lender();
    if (lender != null) {
      return lender.connected().part(common);
    }
    return of(common, common.settings());
  }

  /// A connection of one's own.
  static Connected of(Common common, Settings settings) {
    CallListener calls = new CallLines(common);
    String scenario = common.simulated();
    return scenario == null
        ? real(common, settings, Ebb.limits(settings), calls, Patience.standard())
        : simulated(common, scenario, Ebb.limits(settings), calls, Patience.standard());
  }

  /// A connection to look with, not to work with: under no limits, and with little patience.
  ///
  /// @param settings complete, unless the service is simulated
  static Connected forLooking(Common common, Settings settings) {
    Lender lender = common.lender();
    if (lender != null && common.simulated() != null) {
      return lender.connected().part(common);
    }
    CallListener calls = new CallLines(common);
    String scenario = common.simulated();
    Limits none = Limits.defaults();
    return scenario == null
        ? real(common, settings, none, calls, IMPATIENCE)
        : simulated(common, scenario, none, calls, IMPATIENCE);
  }

  private static Connected real(
      Common common, Settings settings, Limits limits, CallListener calls, Patience patience) {
    World world = common.world(settings, calls);
    return new Connected(
        common, Ebb.connect(settings.connection(), limits, world, calls, patience), null, false);
  }

  private static Connected simulated(
      Common common, String scenario, Limits limits, CallListener calls, Patience patience) {
    FastClock clock = FastClock.times(SPEED);
    Simulator simulator =
        Simulator.start(scenario(scenario), SimOptions.defaults().withWorld(clock));
    if (!simulator.faults().isNone()) {
      common.tell("the simulator misbehaves on purpose: " + simulator.faults().summary());
    }
    Connection connection =
        new Connection(
            simulator.endpoint(),
            simulator.zone(),
            simulator.accessKey(),
            new Secret(simulator.secretKey()),
            null);
    World world = new World(Time.scaled(clock, SPEED), InstantSource.system());
    return new Connected(
        common, Ebb.connect(connection, limits, world, calls, patience), simulator, false);
  }

  static Scenario scenario(String word) {
    return word.equals(STANDARD) ? Scenario.standard() : Scenario.load(Path.of(word));
  }

  Common common() {
    return common;
  }

  Ebb ebb() {
    return ebb;
  }

  /// The service, when it is a simulated one; otherwise null.
  @Nullable Simulator simulator() {
    return simulator;
  }

  /// A plan will be carried out, or shown in place of that.
  void expect(Forecast plan) {
    forecast.addAndGet(plan.calls());
  }

  @Override
  public void close() {
    if (part) {
      ebb.close();
      return;
    }
    if (common.verbose()) {
      common.line(calls());
    }
    ebb.close();
    if (simulator != null) {
      simulator.close();
    }
  }

  private String calls() {
    Budget budget = ebb.budget();
    long made = ebb.api().calls();
    int expected = forecast.get();
    return String.format(
        Locale.ROOT,
        "%,d %s made%s; %,d of %,d used in the last hour, %,d left",
        made,
        made == 1 ? "call" : "calls",
        expected == 0 ? "" : String.format(Locale.ROOT, ", %,d forecast", expected),
        budget.used(),
        budget.callsPerHour(),
        budget.left());
  }
}
