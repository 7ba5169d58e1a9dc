package io.ebb.api.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An operation as the log has it. Texts are empty where the reply has none.
///
/// @param jobId `j-…`
/// @param jobAction for example `HpcQueueRemoveEhpcQueueNodes`
/// @param status for example `pending`; open, `working` has been seen elsewhere
/// @param errorCodes what is said of a failure
/// @param resourceIds ids, separated by blanks
/// @param createTime when it was accepted; null when unknown
/// @param statusTime when the status last changed; null when unknown
/// @param actionDescribe the action in Chinese
/// @param owner whose it is, `usr-…`
/// @param submitter the host that carries it out
public record WireOperation(
    String jobId,
    String jobAction,
    String status,
    String errorCodes,
    String resourceIds,
    @Nullable Instant createTime,
    @Nullable Instant statusTime,
    String actionDescribe,
    String owner,
    String submitter) {

  /// Refuses an operation without id.
  public WireOperation {
    if (jobId.isEmpty()) {
      throw new IllegalArgumentException("an operation lacks job_id");
    }
  }
}
