package io.ebb.cli.colon;

import picocli.CommandLine.Command;

/// `:jobs`: lists what this session carries out, or has.
@Command(
    name = ":jobs",
    description = "List the jobs of this session: plans that it carries out.",
    footer = {"", "  :jobs"})
final class JobsCommand implements Runnable {
  private final Session session;

  JobsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.showJobs();
  }
}
