package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.RunState;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb show`: tells how a run stands.
@Command(
    name = "show",
    description = "Show how a run stands: each node, what it waits for, what to do next.",
    footer = {"", "  ebb show last", "  ebb show 003 --watch"})
final class ShowCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunParameter run;

  @Option(
      names = {"-w", "--watch"},
      description =
          "Follow it until it ends; the exit code is then the run's. Ctrl-C ends the watching,"
              + " not the run.")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    InstantSource clock = common.clock();
    try (Borrowed<Journal> borrowed = common.journal("show")) {
      Journal journal = borrowed.get();
      Standing standing = run.standing(journal, clock);
      common.screen().show(standing);
      if (!watch) {
        NextSteps.tell(common, standing.id(), standing.state());
      }
      return watch ? watch(standing, journal, clock) : ExitCode.DONE;
    }
  }

  private int watch(Standing first, Journal journal, InstantSource clock)
      throws InterruptedException {
    boolean documents = common.format() == Format.JSON || common.format() == Format.YAML;
    Screen screen = common.screen();
    Standing last =
        new RunWatch(common, journal, clock)
            .follow(
                first,
                changed -> {
                  if (documents) {
                    screen.show(changed);
                  }
                });
    if (last.state() == RunState.RUNNING) {
      common.tell("\nno longer watched; the run goes on");
      return ExitCode.INTERRUPTED;
    }
    if (!documents && last.changedSince(first)) {
      screen.show(last);
    }
    NextSteps.tell(common, last.id(), last.state());
    return ExitCode.of(last.state());
  }
}
