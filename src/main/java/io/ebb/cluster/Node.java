package io.ebb.cluster;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node at one moment.
///
/// @param id the node id, `cln-…`; opaque
/// @param serial the serial within the role (`server_id`), from 1
/// @param host the host name, by role and serial: `node12`
/// @param name the display name, not the host name
/// @param role what it does
/// @param queue the queue it is in, by the queue list; null when in none
/// @param status `active`, `pending`, `stopped`, or a value newer than this version
/// @param transition what is being done to it, for example `deleting`; empty when nothing is
/// @param health `healthy` or `unhealthy`; empty when unknown
/// @param ip the private address; empty when unknown
/// @param cpu cores
/// @param memory memory in MiB
/// @param createdAt when it was created; null when the API did not say
public record Node(
    String id,
    int serial,
    String host,
    String name,
    Role role,
    @Nullable String queue,
    String status,
    String transition,
    String health,
    String ip,
    int cpu,
    int memory,
    @Nullable Instant createdAt) {

  /// This node as if it were in that queue; null for none.
  public Node in(@Nullable String other) {
    return new Node(
        id,
        serial,
        host,
        name,
        role,
        other,
        status,
        transition,
        health,
        ip,
        cpu,
        memory,
        createdAt);
  }

  /// Whether an operation is changing this node right now.
  public boolean inTransition() {
    return !transition.isEmpty();
  }

  /// Whether the node can run jobs: active, healthy as far as known, and nothing is changing it.
  public boolean usable() {
    return status.equals("active") && !inTransition() && !health.equals("unhealthy");
  }

  /// Whether something is wrong with it: unhealthy, or neither active nor new, although nothing is
  /// changing it.
  public boolean unwell() {
    return !usable() && !inTransition() && !status.equals("pending");
  }

  /// How old the node is at `now`; zero when its creation is unknown.
  public Duration age(Instant now) {
    return createdAt == null ? Duration.ZERO : Duration.between(createdAt, now);
  }
}
