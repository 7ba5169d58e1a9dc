package io.ebb.cli.colon;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:wait`: follows a job.
@Command(
    name = ":wait",
    description =
        "Follow a job until it has ended, and answer what it asks. Ctrl-C ends the following, not"
            + " the job.",
    footer = {"", "  :wait", "  :wait 2"})
final class WaitCommand implements Runnable {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      description = "Its number in :jobs (default: the youngest).")
  private @Nullable Integer job;

  WaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.await(job);
  }
}
