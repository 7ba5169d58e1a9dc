package io.ebb.api.wire;

import java.util.List;

/// The reply to the creation of a cluster, which goes on as an operation.
///
/// @param hpcClusterId the new cluster, `ehpc-…`; a text or an array on the wire (Q14)
/// @param jobId the operation, as in [Accepted]
/// @param jobIds the same
public record CreatedCluster(List<String> hpcClusterId, List<String> jobId, List<String> jobIds) {

  /// Refuses a reply that names no cluster or no operation: then it is not known what the service
  /// is doing.
  public CreatedCluster {
    if (hpcClusterId.isEmpty()) {
      throw new IllegalArgumentException("the reply names no cluster");
    }
    OperationId.require(jobId, jobIds, List.of());
  }

  /// The id of the new cluster.
  public String cluster() {
    return hpcClusterId.getFirst();
  }

  /// The id of the operation, `j-…`.
  public String operation() {
    return OperationId.require(jobId, jobIds, List.of());
  }
}
