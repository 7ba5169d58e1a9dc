package io.ebb.cli;

import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import io.ebb.text.Interrupts;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb sim`: serves the simulated EHPC API on a loopback port until it is interrupted.
@Command(
    name = "sim",
    description = "Serve a simulated EHPC service on a loopback port, until Ctrl-C.",
    footer = {"", "  ebb sim --port 8080 --speed 60"})
final class SimCommand implements Callable<Integer> {
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
      description = "How many times faster than real time the cluster lives (default: 1).")
  private double speed = 1;

  @Override
  public Integer call() throws InterruptedException {
    Scenario world = Connected.scenario(scenario);
    SimOptions options = SimOptions.defaults().withPort(port).withWorld(FastClock.times(speed));
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Interrupts _ = Interrupts.on(interrupted::countDown);
        Simulator simulator = Simulator.start(world, options)) {
      explain(simulator, world);
      interrupted.await();
    }
    common.tell("simulator stopped");
    return ExitCode.DONE;
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
    common.tell("Serving until Ctrl-C. Put these lines into another shell, then for example:");
    common.tell("  ebb clusters");
  }
}
