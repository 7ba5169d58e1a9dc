package io.ebb.cli;

import io.ebb.cluster.Nodes;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.RetireOptions;
import io.ebb.text.Durations;
import io.ebb.text.Interrupts;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb retire`: the built-in routine, without a script.
@Command(
    name = "retire",
    description = "Take nodes out of their queues and delete them, safely.",
    footer = {
      "",
      "  ebb retire 'node[3-5,9]' --cluster ehpc-8jqdq0mz --drain 2h",
      "  ebb retire '@queue:vis!node25' --cluster ehpc-8jqdq0mz --dry-run"
    })
final class RetireCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClusterOption cluster;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OverrideOption overrides;

  @Parameters(paramLabel = "NODES", description = "A node set: node[3-5,9], @queue:vis, cln-….")
  private String nodes = "";

  @Option(
      names = "--drain",
      paramLabel = "SPAN",
      description = "How long running jobs may go on (default: 1h).")
  private @Nullable String drain;

  @Option(
      names = "--batch",
      paramLabel = "SIZES",
      description = "1,2,4 (the last repeats), 25%%, all or doubling (default).")
  private @Nullable String batch;

  @Option(
      names = "--on-deadline",
      paramLabel = "WHAT",
      description = "keep (default), ask or force, for nodes still busy when the drain is over.")
  private @Nullable String onDeadline;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Retire at most this many nodes; the strictest of all limits holds.")
  private @Nullable Integer limit;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plan, and change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      RetireOptions options = options(connected.ebb().defaults());
      Nodes targets = Nodes.named(connected.ebb().ehpc().snapshot(cluster.id()), nodes);
      try (TerminalHost host = new TerminalHost(connected, Confirmation.of(common, yes), dryRun);
          Interrupts _ = host.interrupts(() -> {})) {
        host.apply(connected.ebb().cluster(cluster.id()).retire(targets, options));
        return host.exitCode();
      }
    }
  }

  private RetireOptions options(RetireOptions defaults) {
    RetireOptions options = overrides.on(defaults);
    if (drain != null) {
      options = options.withDrain(Durations.parse(drain));
    }
    if (batch != null) {
      options = options.withBatch(Batches.parse(batch));
    }
    if (onDeadline != null) {
      options = options.withOnDeadline(OnDeadline.named(onDeadline));
    }
    if (limit != null) {
      Limits own = Limits.defaults().withMaxNodes(limit);
      options = options.withLimits(options.limits().strictest(own));
    }
    return options;
  }
}
