package io.ebb.cli;

import io.ebb.cluster.Nodes;
import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import io.ebb.plan.RetireOptions;
import io.ebb.run.RefusedException;
import io.ebb.text.Durations;
import java.nio.file.Path;
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
      "  ebb retire '@queue:vis!node25' --cluster ehpc-8jqdq0mz --dry-run",
      "  ebb retire 'node[3-5,9]' --cluster ehpc-8jqdq0mz --save plan.json"
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

  @Option(
      names = "--save",
      paramLabel = "PLAN",
      description = "Show the plan and save it to this file, for ebb apply; change nothing.")
  private @Nullable Path save;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plan, and change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (Connected connected = Connected.open(common)) {
      RetireOptions options = options(connected.ebb().defaults());
      Nodes targets = Nodes.named(connected.ebb().ehpc().snapshot(cluster.id()), nodes);
      Plan plan = connected.ebb().cluster(cluster.id()).retire(targets, options);
      if (save != null) {
        return save(plan, save);
      }
      try (TerminalHost host = new TerminalHost(connected, Confirmation.of(common, yes), dryRun);
          Reaction _ = host.interrupts(() -> {})) {
        host.apply(plan);
        return host.exitCode();
      }
    }
  }

  /// A plan that is forbidden is shown, and never saved.
  private int save(Plan plan, Path file) {
    common.screen().show(plan);
    if (!plan.applicable()) {
      throw RefusedException.violated(plan);
    }
    PlanFile.write(file, plan);
    common.tell(
        "saved to %s; until %s: ebb apply %s"
            .formatted(file, new Moments(plan.madeAt()).at(plan.expiresAt()), file));
    return ExitCode.DONE;
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
