package io.ebb.cli.colon;

import picocli.CommandLine.Command;

/// `:more`: shows what did not fit on the screen.
@Command(
    name = ":more",
    description = "Show all of the list that was cut last, page by page.",
    footer = {"", "  :more"})
final class MoreCommand implements Runnable {
  private final Session session;

  MoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (!session.more()) {
      session.tell("nothing was cut: all of it was shown");
    }
  }
}
