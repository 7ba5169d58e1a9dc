package io.ebb.cli;

import io.ebb.sim.FastClock;
import io.ebb.sim.FaultPlan;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import io.ebb.text.Interrupts;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb sim`: serves the simulated EHPC API on a loopback port until it is interrupted.
@Command(
    name = "sim",
    description = "Serve a simulated EHPC service on a loopback port, until Ctrl-C.",
    footer = {"", "  ebb sim --port 8080 --speed 60", "  ebb sim --faults faults.yaml --seed 7 -v"})
final class SimCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      defaultValue = Connected.STANDARD,
      description = "A scenario file in YAML (default: one cluster of 32 compute nodes).")
  private String scenario = Connected.STANDARD;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port (default: a free one).")
  private int port;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "How many times faster than real time the cluster lives; signatures are checked by the"
              + " real time (default: 1).")
  private double speed = 1;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "What goes wrong, in YAML, instead of what the scenario says of it.")
  private @Nullable Path faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of all chance, instead of the one in the file.")
  private @Nullable Long seed;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Append a line for each request to this file; -v shows it here.")
  private @Nullable Path log;

  @Override
  public Integer call() throws InterruptedException {
    if (common.simulated() != null) {
      throw new UsageException("ebb sim is the simulated service itself: leave --sim out");
    }
    Scenario world = Connected.scenario(scenario);
    SimOptions options = options(world);
    if (log == null) {
      return serve(world, options);
    }
    try (RequestFile file = RequestFile.open(log)) {
      return serve(world, options.withLog(file::add));
    }
  }

  private SimOptions options(Scenario world) {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageException("--port " + port + " is none: from 1 to 65535, or 0 for a free one");
    }
    FaultPlan plan = faults == null ? world.faults() : FaultPlan.load(faults);
    SimOptions options =
        SimOptions.defaults()
            .withPort(port)
            .withWorld(FastClock.times(speed))
            .withFaults(seed == null ? plan : plan.withSeed(seed));
    return common.verbose() ? options.withLog(common.errors()::println) : options;
  }

  private int serve(Scenario world, SimOptions options) throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Interrupts _ = Interrupts.on(interrupted::countDown);
        Simulator simulator = start(world, options)) {
      explain(simulator, world);
      interrupted.await();
      common.tell("simulator stopped");
    }
    return ExitCode.DONE;
  }

  private static Simulator start(Scenario world, SimOptions options) {
    try {
      return Simulator.start(world, options);
    } catch (UncheckedIOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /// The keys are those of the scenario, made up and worth nothing: here they may be shown.
  private void explain(Simulator simulator, Scenario world) {
    PrintStream out = common.output();
    out.println("export EBB_ENDPOINT=" + simulator.endpoint());
    out.println("export QINGCLOUD_ZONE=" + simulator.zone());
    out.println("export QINGCLOUD_ACCESS_KEY=" + simulator.accessKey());
    out.println("export QINGCLOUD_SECRET_KEY=" + simulator.secretKey());
    out.println("export EBB_OWNER=" + world.owner());
    out.flush();
    if (!simulator.faults().isNone()) {
      common.tell("Misbehaving on purpose: " + simulator.faults().summary() + ".");
    }
    common.tell("Serving until Ctrl-C. Put these lines into another shell, then for example:");
    common.tell("  ebb clusters");
  }
}
