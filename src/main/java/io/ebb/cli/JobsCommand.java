package io.ebb.cli;

import io.ebb.cluster.Ehpc;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb jobs`: lists the scheduler jobs of a cluster.
@Command(name = "jobs", description = "List the jobs of a cluster that are running.")
final class JobsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClusterOption cluster;

  @Option(
      names = {"-a", "--all"},
      description = "Also those that wait or have ended.")
  private boolean all;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      Ehpc ehpc = connected.ebb().ehpc();
      common.screen().show(all ? ehpc.jobs(cluster.id()) : ehpc.runningJobs(cluster.id()));
      return ExitCode.DONE;
    }
  }
}
