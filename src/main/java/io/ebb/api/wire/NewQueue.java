package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;

/// The reply to the addition of a queue.
///
/// @param hpcqueueId the new queue; called `queue_id` where private queues are hired (Q11)
public record NewQueue(@JsonAlias({"queue_id", "hpqueue_id"}) String hpcqueueId) {

  /// Refuses a reply without an id: then it is not known what there is now.
  public NewQueue {
    if (hpcqueueId.isBlank()) {
      throw new IllegalArgumentException("the reply names no queue");
    }
  }
}
