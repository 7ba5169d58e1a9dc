package io.ebb.cli.colon;

import picocli.CommandLine.Command;

/// `:quit`: ends the session.
@Command(
    name = ":quit",
    aliases = ":exit",
    description = "End the session, as Ctrl-D does. Asks while a job goes on.",
    footer = {"", "  :quit"})
final class QuitCommand implements Runnable {
  private final Session session;

  QuitCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.leave();
  }
}
