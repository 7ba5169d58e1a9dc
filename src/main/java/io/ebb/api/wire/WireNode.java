package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node as the node list has it. Texts are empty and numbers 0 where the reply has none.
///
/// `queue_info` is not bound, because its content is not documented and the queue list knows
/// better; `env` never is, because it holds account data.
///
/// @param nodeId `cln-…`
/// @param appClusterId the cluster's AppCenter id, `cl-…`, which stands under `cluster_id` (Q28)
/// @param name the display name, not the host name
/// @param role `login`, `controller` or `compute`
/// @param serverId the serial within the role
/// @param status for example `active`
/// @param transitionStatus empty when nothing is in progress
/// @param healthStatus `healthy` or `unhealthy`
/// @param privateIp the private address
/// @param cpu cores
/// @param memory MiB
/// @param createTime when it was created; null when unknown
public record WireNode(
    String nodeId,
    @JsonProperty("cluster_id") String appClusterId,
    String name,
    String role,
    int serverId,
    String status,
    String transitionStatus,
    String healthStatus,
    String privateIp,
    int cpu,
    int memory,
    @Nullable Instant createTime) {

  /// Refuses a node without id, serial, role or status: what is not said of it is not to be
  /// guessed.
  public WireNode {
    if (nodeId.isEmpty() || serverId <= 0 || role.isEmpty() || status.isEmpty()) {
      throw new IllegalArgumentException("a node lacks node_id, server_id, role or status");
    }
  }
}
