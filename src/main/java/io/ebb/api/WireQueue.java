package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;

/// A queue as the queue list has it. Texts are empty and numbers 0 where the reply has none.
///
/// @param hpcqueueId `ehpcq-…`
/// @param name the display name
/// @param partitionName the Slurm partition
/// @param nodelist serials of its compute nodes
/// @param defaultQueue 1 for the default queue
/// @param transitionStatus empty when nothing is in progress
public record WireQueue(
    String hpcqueueId,
    String name,
    @JsonAlias("partotion_name") String partitionName,
    List<Integer> nodelist,
    int defaultQueue,
    String transitionStatus) {}
