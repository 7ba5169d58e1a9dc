package io.ebb.api.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reply to the resizing of a cluster, which goes on as an operation.
///
/// @param resizeInfo what the roles become; a list or an object on the wire (Q24)
/// @param jobId the operation, as in [Accepted]
/// @param jobIds the same
public record ResizedCluster(List<Role> resizeInfo, List<String> jobId, List<String> jobIds) {

  /// Refuses a reply without an operation id: then it is not known what the service is doing.
  public ResizedCluster {
    OperationId.require(jobId, jobIds, List.of());
  }

  /// The id of the operation, `j-…`.
  public String operation() {
    return OperationId.require(jobId, jobIds, List.of());
  }

  /// What the nodes of one role become. Texts are empty where the reply has none.
  ///
  /// @param role `controller`, `login` or `compute`
  /// @param cpu cores; null when not told
  /// @param memory MiB; null when not told
  /// @param gpu GPUs; null when not told
  /// @param cpuModel for example `CascadeLake`
  /// @param resourceClass for example `1202`
  /// @param volumeType a number
  public record Role(
      String role,
      @Nullable Integer cpu,
      @Nullable Integer memory,
      @Nullable Integer gpu,
      String cpuModel,
      String resourceClass,
      String volumeType) {}
}
