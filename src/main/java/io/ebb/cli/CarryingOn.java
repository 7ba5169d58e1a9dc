package io.ebb.cli;

import java.util.function.BiConsumer;

/// Takes a run over that nobody carries out, and brings it to an end.
final class CarryingOn {
  private CarryingOn() {}

  /// Does it, and tells what came of it.
  ///
  /// @param command for whom, in errors
  /// @param run the run that is meant
  /// @param given the answers to the questions of a script
  /// @param work what is done with it
  /// @return the exit code
  static int with(
      Common common,
      String command,
      RunParameter run,
      Confirmation confirmation,
      GivenAnswers given,
      BiConsumer<TerminalHost, Standing> work) {
    common.refuseSimulated(command);
    try (Connected connected = Connected.open(common);
        TerminalHost host = new TerminalHost(connected, confirmation, given, false);
        Reaction _ = host.interrupts(() -> {})) {
      work(host, work, run.standing(connected.ebb().journal(), connected.ebb().time()));
      return host.exitCode();
    }
  }

  private static void work(
      TerminalHost host, BiConsumer<TerminalHost, Standing> work, Standing found) {
    try {
      work.accept(host, found);
    } catch (RuntimeException e) {
      throw AfterRunsException.of(e, host.exitCode());
    }
  }
}
