package io.ebb;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.Limits;
import io.ebb.settings.ConfiguredLimits;
import io.ebb.settings.Settings;
import java.util.Set;
import java.util.TreeSet;

/// The limits that settings set, in the terms of plans.
final class LimitsOfSettings {
  private LimitsOfSettings() {}

  /// See [Ebb#limits].
  static Limits of(Settings settings) {
    ConfiguredLimits configured = settings.limits();
    Limits limits = Limits.defaults();
    if (configured.keepPerQueue() != null) {
      limits = limits.withKeepPerQueue(configured.keepPerQueue());
    }
    if (configured.keepPerRole() != null) {
      limits = limits.withKeepPerRole(configured.keepPerRole());
    }
    if (configured.nodesPerRun() != null) {
      limits = limits.withMaxNodes(configured.nodesPerRun());
    }
    if (configured.percentPerRun() != null) {
      limits = limits.withMaxPercent(configured.percentPerRun());
    }
    return limits.withProtectedNodes(protectedNodes(settings));
  }

  /// Names and ranges only: limits are known before any cluster is.
  private static Set<String> protectedNodes(Settings settings) {
    Set<String> names = new TreeSet<>();
    for (String set : settings.protectedNodes()) {
      try {
        names.addAll(NodeSet.parse(set).expand());
      } catch (NodeSetException e) {
        throw new IllegalArgumentException(
            "the setting protected holds a set that cannot be read: " + e.getMessage(), e);
      }
    }
    return names;
  }
}
