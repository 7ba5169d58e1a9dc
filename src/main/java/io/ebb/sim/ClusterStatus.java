package io.ebb.sim;

import java.util.Locale;

/// Where a cluster stands.
public enum ClusterStatus {
  /// Being built.
  PENDING,
  /// The only state in which it can be used.
  ACTIVE,
  /// Its nodes are stopped.
  STOPPED,
  /// Stopped by the service, for example because it is not paid for.
  SUSPENDED;

  /// The value of `cluster_status`.
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
