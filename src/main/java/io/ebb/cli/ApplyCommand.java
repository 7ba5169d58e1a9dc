package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb apply`: carries out a saved plan, once.
@Command(
    name = "apply",
    description =
        "Carry out a plan that ebb retire --save has written. Given again, it goes on where it"
            + " stopped, or shows what came of it.",
    footer = {
      "",
      "  ebb retire 'node[3-5,9]' -c ehpc-8jqdq0mz --save plan.json",
      "  ebb apply plan.json"
    })
final class ApplyCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Parameters(paramLabel = "PLAN", description = "The file of the plan.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--yes",
      description =
          "Do not ask for confirmation; nodes that need a second one are left out, and told.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plan and what has changed since.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Plan plan = PlanFile.read(file);
    try (Connected connected = Connected.open(common);
        TerminalHost host = new TerminalHost(connected, Confirmation.of(common, yes), dryRun);
        Reaction _ = host.interrupts(() -> {})) {
      host.applySaved(plan);
      return host.exitCode();
    }
  }
}
