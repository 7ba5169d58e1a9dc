package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/// A cluster as the cluster list has it. Texts are empty and numbers 0 where the reply has none.
///
/// @param clusterId `ehpc-…` or `hpc-…`
/// @param clusterName the display name
/// @param clusterType `ehpc` or `hpc`
/// @param clusterStatus for example `active`
/// @param schedulerType for example `slurm`
/// @param totalNodeCount nodes of all roles
/// @param appCluster the AppCenter object, in which the documentation's example puts all of the
///   above (Q27); null when there is none
public record WireCluster(
    String clusterId,
    String clusterName,
    String clusterType,
    String clusterStatus,
    @JsonAlias("schedule_type") String schedulerType,
    @JsonAlias("toatl_node_count") int totalNodeCount,
    @JsonSetter(nulls = Nulls.SET) @Nullable WireCluster appCluster) {

  /// Takes from the AppCenter object what the item itself lacks.
  public WireCluster {
    if (appCluster != null) {
      clusterId = either(clusterId, appCluster.clusterId);
      clusterName = either(clusterName, appCluster.clusterName);
      clusterType = either(clusterType, appCluster.clusterType);
      clusterStatus = either(clusterStatus, appCluster.clusterStatus);
      schedulerType = either(schedulerType, appCluster.schedulerType);
      totalNodeCount = totalNodeCount == 0 ? appCluster.totalNodeCount : totalNodeCount;
    }
  }

  private static String either(String own, String nested) {
    return own.isEmpty() ? nested : own;
  }
}
