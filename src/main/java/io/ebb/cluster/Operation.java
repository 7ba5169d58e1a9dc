package io.ebb.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The API's asynchronous work on a cluster, `j-…`. Never called a job.
///
/// @param id the operation id, `j-…`
/// @param action for example `HpcQueueRemoveEhpcQueueNodes`
/// @param status `pending`, `successful`, `failed`, or a value newer than this version
/// @param resources the ids of what it works on: cluster, queue, nodes
/// @param errorCodes what the API says of a failure; empty otherwise
/// @param createdAt when it was accepted; null when the API did not say
/// @param changedAt when the status last changed; null when the API did not say
public record Operation(
    String id,
    String action,
    String status,
    List<String> resources,
    String errorCodes,
    @Nullable Instant createdAt,
    @Nullable Instant changedAt) {

  /// Copies the list.
  public Operation {
    resources = List.copyOf(resources);
  }

  /// The same with other resources.
  Operation about(List<String> others) {
    return new Operation(id, action, status, others, errorCodes, createdAt, changedAt);
  }

  /// Whether it ended well.
  public boolean successful() {
    return status.equals("successful");
  }

  /// Whether it ended badly.
  public boolean failed() {
    return status.equals("failed");
  }

  /// Whether it goes on. Any status that is not an end counts, `working` included.
  public boolean pending() {
    return !successful() && !failed();
  }
}
