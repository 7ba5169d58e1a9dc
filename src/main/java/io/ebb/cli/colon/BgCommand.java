package io.ebb.cli.colon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:bg`: has a plan carried out behind.
@Command(
    name = ":bg",
    description = "Say a statement; a plan that it applies goes on behind, after it was confirmed.",
    footer = {"", "  :bg plan.apply()", "  :jobs", "  :wait"})
final class BgCommand implements Runnable, Verbatim {
  private final Session session;

  @Parameters(paramLabel = "STATEMENT", description = "What is said.")
  private String statement = "";

  BgCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    boolean _ = session.sayBehind(statement);
  }
}
