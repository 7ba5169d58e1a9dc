package io.ebb.api.wire;

import java.util.List;

/// The reply to the deletion of clusters, which goes on as an operation.
///
/// @param hpcClusterId the clusters; a text or an array on the wire (Q14); empty when not told
/// @param jobId the operation, as in [Accepted]
/// @param jobIds the same
public record DeletedClusters(List<String> hpcClusterId, List<String> jobId, List<String> jobIds) {

  /// Refuses a reply without an operation id: then it is not known what the service is doing.
  public DeletedClusters {
    OperationId.require(jobId, jobIds, List.of());
  }

  /// The id of the operation, `j-…`.
  public String operation() {
    return OperationId.require(jobId, jobIds, List.of());
  }
}
