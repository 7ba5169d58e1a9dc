package io.ebb.script;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.plan.Limits;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/// A simulated cluster of its own for one script, in a world that runs fast.
final class Stage implements AutoCloseable {
  private static final double SPEED = 800;
  private static final Map<Language, ScriptEngine> ENGINES = new EnumMap<>(Language.class);

  final Simulator simulator;
  final Ebb ebb;
  final RecordingHost host;

  Stage() {
    this(SPEED, CallListener.none());
  }

  /// @param speed how many times faster than ours its time passes
  /// @param calls hears of the calls that scripts make
  Stage(double speed, CallListener calls) {
    FastClock clock = FastClock.times(speed);
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(clock));
    Connection connection =
        new Connection(
            simulator.endpoint(),
            simulator.zone(),
            simulator.accessKey(),
            new Secret(simulator.secretKey()),
            null);
    World world = new World(Time.scaled(clock, speed), InstantSource.system());
    ebb = Ebb.connect(connection, Limits.defaults(), world, calls);
    host = RecordingHost.applying(ebb);
  }

  void run(Language language, String text) {
    run(Script.of("test." + language.id(), language, text), Map.of());
  }

  void run(Script script, Map<String, Object> parameters) {
    ebb.run(engine(script.language()), script, parameters, host);
  }

  /// One engine per language for all tests: contexts are cheap, engines are not.
  static ScriptEngine engine(Language language) {
    return ENGINES.computeIfAbsent(language, ScriptEngine::new);
  }

  @Override
  public void close() {
    ebb.close();
    simulator.close();
  }
}
