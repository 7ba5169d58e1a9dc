package io.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb resume`: goes on with a run that has stopped before its end.
@Command(
    name = "resume",
    description = "Go on with an interrupted run, exactly where it stopped.",
    footer = {"", "  ebb resume last", "  ebb resume r-2026-11-21-003 --yes"})
final class ResumeCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunParameter run;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  @Override
  public Integer call() {
    return CarryingOn.with(
        common, "resume", run, Confirmation.of(common, yes), TerminalHost::resume);
  }
}
