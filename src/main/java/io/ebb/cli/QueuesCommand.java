package io.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ebb queues`: lists the queues of a cluster.
@Command(name = "queues", description = "List the queues of a cluster.")
final class QueuesCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClusterOption cluster;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      common.screen().show(connected.ebb().ehpc().queues(cluster.id()));
      return ExitCode.DONE;
    }
  }
}
