package io.ebb.cli;

import io.ebb.text.Durations;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb operations`: lists the operations on a cluster.
@Command(name = "operations", description = "List the operations on a cluster, newest first.")
final class OperationsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClusterOption cluster;

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      defaultValue = "1d",
      description = "How far to look back (default: 1d).")
  private String since = "1d";

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      Instant from = connected.ebb().ehpc().serviceTime().minus(Durations.parse(since));
      common.screen().show(connected.ebb().ehpc().operations(cluster.id(), from));
      return ExitCode.DONE;
    }
  }
}
