package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A queue of a shared cluster. Texts are empty and numbers null where the reply has none.
///
/// @param hpcqueueId `hpcq-…`
/// @param name the display name
/// @param typeId the type of its nodes, `hpcqt-…`
/// @param belong 0 for a shared queue, 1 for a private one
/// @param categories `share_queue` or `private_queue`, elsewhere `dedicated_queue`
/// @param isBind 1 when it is hired
/// @param isAutoRenewal 1 when its contract is prolonged by itself
/// @param duration months of its contract
/// @param price in the service's own form
/// @param paidType `PayForUsed` or `Reserved`, as the service spells it (Q30)
/// @param rentStartTime when the contract began; null when unknown
/// @param rentEndTime when it ends; null when unknown
/// @param schedulerQueueName its name in the scheduler
/// @param clusterId the cluster, `hpc-…`
/// @param userId whose it is, `usr-…`
/// @param userGroup the group that may use it
/// @param createTime when it was created; null when unknown
/// @param updateTime when it was last changed; null when unknown
/// @param specDetail what its nodes add up to; one entry or none, a list or an object on the wire
///   (Q24)
public record WireSharedQueue(
    String hpcqueueId,
    String name,
    String typeId,
    @Nullable Integer belong,
    String categories,
    @Nullable Integer isBind,
    @JsonAlias("ia_auto_renewal") @Nullable Integer isAutoRenewal,
    @Nullable Integer duration,
    @JsonAlias("pice") String price,
    String paidType,
    @Nullable Instant rentStartTime,
    @Nullable Instant rentEndTime,
    @JsonAlias("schedule_queue_name") String schedulerQueueName,
    String clusterId,
    String userId,
    String userGroup,
    @JsonAlias("craete_time") @Nullable Instant createTime,
    @JsonAlias("upate_time") @Nullable Instant updateTime,
    @JsonAlias("spce_detail") @JsonSetter(contentNulls = Nulls.SKIP) List<WireSpec> specDetail) {

  /// Refuses a queue without id.
  public WireSharedQueue {
    if (hpcqueueId.isEmpty()) {
      throw new IllegalArgumentException("a queue lacks hpcqueue_id");
    }
  }
}
