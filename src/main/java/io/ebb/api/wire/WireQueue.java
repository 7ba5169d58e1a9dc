package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A queue as the queue list has it. Texts are empty and numbers 0 where the reply has none.
///
/// @param hpcqueueId `ehpcq-…`
/// @param name the display name
/// @param partitionName the Slurm partition
/// @param nodelist serials of its compute nodes; from `nodeInfo` when the reply has an empty value
/// @param nodeInfo its compute nodes
/// @param defaultQueue 1 for the default queue
/// @param transitionStatus empty when nothing is in progress
/// @param specDetail what its nodes add up to; one entry or none, a list or an object on the wire
///   (Q24)
/// @param clusterId the cluster, `ehpc-…`
/// @param consoleId the console it was made with
/// @param userId whose it is, `usr-…`
/// @param userGroup the group that may use it
/// @param createTime when it was created; null when unknown
/// @param updateTime when it was last changed; null when unknown
public record WireQueue(
    String hpcqueueId,
    String name,
    @JsonAlias("partotion_name") String partitionName,
    @JsonProperty(required = true) List<Integer> nodelist,
    List<Member> nodeInfo,
    int defaultQueue,
    String transitionStatus,
    @JsonAlias("spce_detail") @JsonSetter(contentNulls = Nulls.SKIP) List<WireSpec> specDetail,
    String clusterId,
    String consoleId,
    String userId,
    String userGroup,
    @JsonAlias("craete_time") @Nullable Instant createTime,
    @JsonAlias("upate_time") @Nullable Instant updateTime) {

  /// A node of the queue.
  ///
  /// @param serverId its serial
  /// @param name its display name
  /// @param status for example `active`
  /// @param hpcqueueId the queue
  public record Member(int serverId, String name, String status, String hpcqueueId) {}

  /// Refuses a queue without id, and one whose members are not told: it is not to be taken for an
  /// empty one.
  public WireQueue {
    if (Stream.concat(nodelist.stream(), nodeInfo.stream()).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a node of a queue is null");
    }
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
