package io.ebb.api.wire;

import java.util.List;

/// The reply to a write that goes on as an operation. Where the id stands differs (Q17).
///
/// @param jobId where the examples have it
/// @param jobIds where the tables have it, as a text or an array
/// @param jobUuid where one endpoint has it
public record Accepted(List<String> jobId, List<String> jobIds, List<String> jobUuid) {

  /// Refuses a reply without an operation id: then it is not known what the service is doing.
  public Accepted {
    OperationId.require(jobId, jobIds, jobUuid);
  }

  /// The id of the operation, `j-…`.
  public String operation() {
    return OperationId.require(jobId, jobIds, jobUuid);
  }
}
