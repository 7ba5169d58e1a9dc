package io.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ebb undo`: puts back what a run has taken out of its queue.
@Command(
    name = "undo",
    description =
        "Return to its queue every node of a run that is not past the point of no return;"
            + " the run has ended then.",
    footer = {"", "  ebb undo last"})
final class UndoCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunParameter run;

  @Override
  public Integer call() {
    return undo(common, "undo", run);
  }

  /// Undoes the run, and destroys nothing: nobody is asked.
  static int undo(Common common, String command, RunParameter run) {
    return CarryingOn.with(
        common,
        command,
        run,
        Confirmation.of(common, true),
        GivenAnswers.none(),
        TerminalHost::undo);
  }
}
