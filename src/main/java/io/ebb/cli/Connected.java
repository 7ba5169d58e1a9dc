package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.api.Time;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.settings.Settings;
import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A connection for the length of one command: to the service of the settings, or to a simulated
/// one that begins and ends with it.
record Connected(Ebb ebb, @Nullable Simulator simulator) implements AutoCloseable {
  /// The word that stands for the scenario that comes with Ebb.
  static final String STANDARD = "standard";

  /// A routine of some minutes then takes seconds.
  private static final double SPEED = 120;

  static Connected open(Common common) {
    CallListener calls = common.verbose() ? call -> tell(common, call) : CallListener.none();
    String scenario = common.simulated();
    return scenario == null
        ? new Connected(Ebb.connect(common.settings(), calls), null)
        : simulated(scenario, common, calls);
  }

  private static Connected simulated(String scenario, Common common, CallListener calls) {
    Settings settings = common.settings();
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
    Ebb.World world = new Ebb.World(Time.scaled(clock, SPEED), InstantSource.system());
    return new Connected(Ebb.connect(connection, Ebb.limits(settings), world, calls), simulator);
  }

  static Scenario scenario(String word) {
    return word.equals(STANDARD) ? Scenario.standard() : Scenario.load(Path.of(word));
  }

  private static void tell(Common common, CallRecord call) {
    String how = call.failure().isEmpty() ? "ret_code " + call.code() : call.failure();
    String attempt = call.attempt() == 1 ? "" : ", attempt " + call.attempt();
    common
        .errors()
        .println(
            "%s %s: %s in %d ms%s"
                .formatted(call.method(), call.path(), how, call.took().toMillis(), attempt));
  }

  @Override
  public void close() {
    ebb.close();
    if (simulator != null) {
      simulator.close();
    }
  }
}
