package io.ebb.cli;

import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb nodes`: lists the nodes of a cluster.
@Command(name = "nodes", description = "List the nodes of a cluster, or some of them.")
final class NodesCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClusterOption cluster;

  @Parameters(
      paramLabel = "NODES",
      arity = "0..1",
      description = "A node set: node[3-5,9], @queue:vis, node1*. Default: all nodes.")
  private @Nullable String nodes;

  @Option(names = "--idle", description = "Only nodes that no running job can be using.")
  private boolean idle;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      Snapshot snapshot = connected.ebb().ehpc().snapshot(cluster.id());
      Nodes chosen = nodes == null ? Nodes.all(snapshot) : Nodes.named(snapshot, nodes);
      common.screen().show(idle ? chosen.idle() : chosen);
      return ExitCode.DONE;
    }
  }
}
