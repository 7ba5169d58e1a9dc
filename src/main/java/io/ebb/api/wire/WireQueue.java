package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A queue as the queue list has it. Texts are empty and numbers 0 where the reply has none.
///
/// @param hpcqueueId `ehpcq-…`
/// @param name the display name
/// @param partitionName the Slurm partition
/// @param nodelist serials of its compute nodes; from `nodeInfo` when the reply has an empty value
/// @param nodeInfo its compute nodes
/// @param defaultQueue 1 for the default queue
/// @param transitionStatus empty when nothing is in progress
public record WireQueue(
    String hpcqueueId,
    String name,
    @JsonAlias("partotion_name") String partitionName,
    @JsonProperty(required = true) List<Integer> nodelist,
    List<Member> nodeInfo,
    int defaultQueue,
    String transitionStatus) {

  /// A node of the queue.
  ///
  /// @param serverId its serial
  public record Member(int serverId) {}

  /// Refuses a queue without id, and one whose members are not told: it is not to be taken for an
  /// empty one.
  public WireQueue {
    nodeInfo = List.copyOf(nodeInfo);
    nodelist =
        nodelist.isEmpty()
            ? nodeInfo.stream().map(Member::serverId).toList()
            : List.copyOf(nodelist);
    if (hpcqueueId.isEmpty() || nodelist.stream().anyMatch(serial -> serial <= 0)) {
      throw new IllegalArgumentException("a queue lacks hpcqueue_id, or the serial of a node");
    }
  }
}
