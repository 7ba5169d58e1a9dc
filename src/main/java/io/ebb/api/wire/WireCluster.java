package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster as the cluster list has it. Texts are empty, numbers 0 and counters null where the
/// reply has none.
///
/// @param clusterId `ehpc-…` or `hpc-…`
/// @param clusterName the display name
/// @param clusterType `ehpc` or `hpc`
/// @param clusterStatus for example `active`
/// @param schedulerType for example `slurm`; a shared cluster may have a text in Chinese
/// @param totalNodeCount nodes of all roles
/// @param appClusterId the AppCenter cluster, `cl-…`
/// @param createTime when it was created; null when unknown
/// @param description a blank when none was given
/// @param nasId the shared storage
/// @param nasMountPoint where it is mounted
/// @param nasPath the path on it
/// @param nasSharedPath the path that all users share
/// @param paidType `PayForUsed` or `Reserved`, as the service spells it (Q30)
/// @param clusterSw the software it has
/// @param projectInfo how projects share it; one entry or none
/// @param pendingJobCount jobs that wait
/// @param runningJobCount jobs that run
/// @param finishedJobCount jobs that ended
/// @param stoppedJobCount jobs that were stopped
/// @param deletedJobCount jobs that were deleted
/// @param cpuHours core hours used; null when not told
/// @param memHours memory hours used; null when not told
/// @param appCluster the AppCenter object, in which the documentation's example puts all of the
///   above (Q27); null when there is none
public record WireCluster(
    String clusterId,
    String clusterName,
    String clusterType,
    String clusterStatus,
    @JsonAlias("schedule_type") String schedulerType,
    @JsonAlias("toatl_node_count") int totalNodeCount,
    String appClusterId,
    @JsonAlias("craete_time") @Nullable Instant createTime,
    String description,
    String nasId,
    @JsonAlias("nas_mout_point") String nasMountPoint,
    String nasPath,
    String nasSharedPath,
    String paidType,
    @JsonSetter(contentNulls = Nulls.SKIP) List<WireSoftware.Version> clusterSw,
    @JsonSetter(contentNulls = Nulls.SKIP) List<ProjectInfo> projectInfo,
    @Nullable Integer pendingJobCount,
    @Nullable Integer runningJobCount,
    @Nullable Integer finishedJobCount,
    @Nullable Integer stoppedJobCount,
    @Nullable Integer deletedJobCount,
    @Nullable Double cpuHours,
    @Nullable Double memHours,
    @JsonSetter(nulls = Nulls.SET) @Nullable WireCluster appCluster) {

  /// How projects share a cluster.
  ///
  /// @param sharedStatus `shared` or `not_shared`
  /// @param projectRole for example `none`
  public record ProjectInfo(String sharedStatus, @JsonAlias("projet_role") String projectRole) {}

  /// Takes from the AppCenter object what the item itself lacks.
  public WireCluster {
    if (appCluster != null) {
      clusterId = either(clusterId, appCluster.clusterId);
      clusterName = either(clusterName, appCluster.clusterName);
      clusterType = either(clusterType, appCluster.clusterType);
      clusterStatus = either(clusterStatus, appCluster.clusterStatus);
      schedulerType = either(schedulerType, appCluster.schedulerType);
      totalNodeCount = totalNodeCount == 0 ? appCluster.totalNodeCount : totalNodeCount;
      appClusterId = either(appClusterId, appCluster.appClusterId);
      createTime = either(createTime, appCluster.createTime);
      description = either(description, appCluster.description);
      nasId = either(nasId, appCluster.nasId);
      nasMountPoint = either(nasMountPoint, appCluster.nasMountPoint);
      nasPath = either(nasPath, appCluster.nasPath);
      nasSharedPath = either(nasSharedPath, appCluster.nasSharedPath);
      paidType = either(paidType, appCluster.paidType);
      clusterSw = clusterSw.isEmpty() ? appCluster.clusterSw : clusterSw;
      projectInfo = projectInfo.isEmpty() ? appCluster.projectInfo : projectInfo;
      pendingJobCount = either(pendingJobCount, appCluster.pendingJobCount);
      runningJobCount = either(runningJobCount, appCluster.runningJobCount);
      finishedJobCount = either(finishedJobCount, appCluster.finishedJobCount);
      stoppedJobCount = either(stoppedJobCount, appCluster.stoppedJobCount);
      deletedJobCount = either(deletedJobCount, appCluster.deletedJobCount);
      cpuHours = either(cpuHours, appCluster.cpuHours);
      memHours = either(memHours, appCluster.memHours);
    }
  }

  private static String either(String own, String nested) {
    return own.isEmpty() ? nested : own;
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T nested) {
    return own == null ? nested : own;
  }
}
