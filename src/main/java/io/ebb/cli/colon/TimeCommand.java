package io.ebb.cli.colon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:time`: tells how long statements take.
@Command(
    name = ":time",
    description = "Tell how long a statement takes and how many API calls, of one or of each.",
    footer = {"", "  :time on", "  :time cluster.nodes().idle()", "  :time off"})
final class TimeCommand implements Runnable, Verbatim {
  private final Session session;

  @Parameters(
      paramLabel = "on|off|STATEMENT",
      description = "Of each statement from now on, of none, or of this one.")
  private String what = "";

  TimeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    switch (what.strip()) {
      case "on" -> session.time(true);
      case "off" -> session.time(false);
      default -> {
        boolean _ = session.sayTimed(what);
      }
    }
  }
}
