package io.ebb.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The limits that the chosen profile sets on every run; null where it sets none.
///
/// @param keepPerQueue at least this many usable nodes stay in each queue
/// @param keepPerRole at least this many usable nodes stay of each role
/// @param nodesPerRun at most this many nodes are taken out in one run
/// @param percentPerRun at most this share of the nodes of a role is taken out in one run, 0 to 100
public record ConfiguredLimits(
    @Nullable Integer keepPerQueue,
    @Nullable Integer keepPerRole,
    @Nullable Integer nodesPerRun,
    @Nullable Integer percentPerRun) {

  static ConfiguredLimits in(Mapping limits) {
    limits.refuseOthersThan(
        List.of("keep-per-queue", "keep-per-role", "nodes-per-run", "percent-per-run"));
    return new ConfiguredLimits(
        limits.number("keep-per-queue", Integer.MAX_VALUE),
        limits.number("keep-per-role", Integer.MAX_VALUE),
        limits.number("nodes-per-run", Integer.MAX_VALUE),
        limits.number("percent-per-run", 100));
  }
}
