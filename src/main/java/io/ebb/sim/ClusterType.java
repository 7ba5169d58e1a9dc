package io.ebb.sim;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What kind of cluster.
public enum ClusterType {
  /// Dedicated: login, controller and compute nodes, own queues.
  EHPC,
  /// Shared: login nodes only; jobs run in queues that belong to everybody, or are rented.
  HPC;

  /// The value of `cluster_type`, and what ids of such clusters begin with.
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What ids of their queues begin with.
  String queuePrefix() {
    return wire() + "q";
  }

  /// The roles of its nodes.
  Set<SimRole> roles() {
    return switch (this) {
      case EHPC -> EnumSet.allOf(SimRole.class);
      case HPC -> EnumSet.of(SimRole.LOGIN);
    };
  }

  /// Whether nodes of that role can be added and deleted.
  boolean scales(SimRole role) {
    return role != SimRole.CONTROLLER && roles().contains(role);
  }
}
