package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a queue has, and how much of it is in use. Texts are empty and numbers null where the reply
/// has none (Q24); memory is in the service's unit.
///
/// @param hpcqueueId `ehpcq-…` or `hpcq-…`
/// @param name the display name
/// @param schedulerQueueName its name in the scheduler
/// @param categories `share_queue`, `private_queue` or `dedicated_queue`
/// @param computeNum compute nodes
/// @param nodeNum nodes
/// @param nodeList serials of the nodes; empty when it has none
/// @param totalSlots places for tasks
/// @param availSlots those that can be used
/// @param freeSlots those that nothing uses
/// @param totalMems memory
/// @param availMems what can be used of it
/// @param totalGpus GPUs
/// @param availGpus those that can be used
/// @param njobs jobs
/// @param npend those that wait
/// @param nrun those that run
/// @param nstop those that are stopped
/// @param clusterId the cluster
/// @param userId whose it is, `usr-…`
/// @param userGroup the group that may use it
/// @param owner whose it is, as some replies call it
/// @param createTime when it was created; null when unknown
/// @param updateTime when it was last changed; null when unknown
/// @param specDetail what its nodes add up to; one entry or none, a list or an object on the wire
public record WireQueueDetail(
    String hpcqueueId,
    String name,
    @JsonAlias("schedule_queue_name") String schedulerQueueName,
    String categories,
    @Nullable Integer computeNum,
    @Nullable Integer nodeNum,
    List<Integer> nodeList,
    @Nullable Integer totalSlots,
    @Nullable Integer availSlots,
    @Nullable Integer freeSlots,
    @Nullable Integer totalMems,
    @Nullable Integer availMems,
    @Nullable Integer totalGpus,
    @Nullable Integer availGpus,
    @Nullable Integer njobs,
    @Nullable Integer npend,
    @Nullable Integer nrun,
    @Nullable Integer nstop,
    String clusterId,
    String userId,
    String userGroup,
    String owner,
    @JsonAlias("craete_time") @Nullable Instant createTime,
    @JsonAlias("upate_time") @Nullable Instant updateTime,
    @JsonAlias("spce_detail") @JsonSetter(contentNulls = Nulls.SKIP) List<WireSpec> specDetail) {}
