package io.ebb.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node as the node list has it. Texts are empty and numbers 0 where the reply has none.
///
/// `queue_info` is not bound, because its content is not documented and the queue list knows
/// better; `cluster_id` is not, because it holds another kind of id (Q28); `env` never is, because
/// it holds account data.
///
/// @param nodeId `cln-…`
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
    String name,
    String role,
    int serverId,
    String status,
    String transitionStatus,
    String healthStatus,
    String privateIp,
    int cpu,
    int memory,
    @Nullable Instant createTime) {}
