package io.ebb.sim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node of the world: what never changes, and where it stands.
final class SimNode {

  /// What never changes. Memory is in MiB.
  record Facts(
      String id,
      SimRole role,
      int serial,
      String name,
      String ip,
      int cpu,
      int memory,
      String health,
      Instant createdAt) {}

  private final Facts facts;
  private boolean active;
  private Transition transition;
  private Instant statusAt;
  private @Nullable SimQueue queue;

  private SimNode(Facts facts, boolean active, Transition transition) {
    this.facts = facts;
    this.active = active;
    this.transition = transition;
    this.statusAt = facts.createdAt();
  }

  static SimNode active(Facts facts) {
    return new SimNode(facts, true, Transition.NONE);
  }

  static SimNode creating(Facts facts) {
    return new SimNode(facts, false, Transition.CREATING);
  }

  Facts facts() {
    return facts;
  }

  String id() {
    return facts.id();
  }

  String host() {
    return facts.role().host(facts.serial());
  }

  boolean is(SimRole role) {
    return facts.role() == role;
  }

  String status() {
    return active ? "active" : "pending";
  }

  Instant statusAt() {
    return statusAt;
  }

  Transition transition() {
    return transition;
  }

  boolean idle() {
    return transition == Transition.NONE;
  }

  /// Whether it is there and will still be there when all work in flight is done.
  boolean stays() {
    return active && transition != Transition.DELETING;
  }

  /// Whether it is in a queue and will still be in one when all work in flight is done.
  boolean staysInQueue() {
    return queue != null && stays() && transition != Transition.LEAVING;
  }

  @Nullable SimQueue queue() {
    return queue;
  }

  boolean isIn(SimQueue other) {
    return other.equals(queue);
  }

  String queueId() {
    return queue == null ? "" : queue.id();
  }

  void begin(Transition next) {
    transition = next;
  }

  void settle() {
    transition = Transition.NONE;
  }

  void activate(Instant at) {
    active = true;
    statusAt = at;
    settle();
  }

  void join(SimQueue target) {
    queue = target;
  }

  void leaveQueue() {
    queue = null;
  }
}
