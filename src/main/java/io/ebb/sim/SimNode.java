package io.ebb.sim;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A node of the world: what it is, and where it stands.
final class SimNode extends Thing {

  /// What it is. Memory is in MiB.
  record Facts(
      String id,
      SimRole role,
      int serial,
      String name,
      String ip,
      int cpu,
      int memory,
      String health,
      Instant createdAt) {

    Facts withSize(Size size) {
      return new Facts(id, role, serial, name, ip, size.cpu(), size.memory(), health, createdAt);
    }

    Facts withHealth(String other) {
      return new Facts(id, role, serial, name, ip, cpu, memory, other, createdAt);
    }
  }

  private enum Status {
    PENDING,
    ACTIVE,
    STOPPED
  }

  private Facts facts;
  private Status status;
  private Instant statusAt;
  private @Nullable SimQueue queue;

  private SimNode(Facts facts, Status status) {
    this.facts = facts;
    this.status = status;
    this.statusAt = facts.createdAt();
  }

  static SimNode active(Facts facts) {
    return new SimNode(facts, Status.ACTIVE);
  }

  static SimNode creating(Facts facts) {
    SimNode node = new SimNode(facts, Status.PENDING);
    node.begin(Transition.CREATING);
    return node;
  }

  Facts facts() {
    return facts;
  }

  @Override
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
    return status.name().toLowerCase(Locale.ROOT);
  }

  Instant statusAt() {
    return statusAt;
  }

  /// Whether jobs can start on it: also while it leaves its queue, as long as it is in it.
  boolean ready() {
    return status == Status.ACTIVE
        && (idle() || transition() == Transition.LEAVING || transition() == Transition.JOINING);
  }

  /// Whether it is there and will still be there when all work in flight is done.
  boolean stays() {
    return status == Status.ACTIVE && transition() != Transition.DELETING;
  }

  /// Whether it is in a queue and will still be in one when all work in flight is done.
  boolean staysInQueue() {
    return queue != null && stays() && transition() != Transition.LEAVING;
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

  /// @throws Refusal 1400 when its queue is in transition
  void requireQueueIdle() {
    if (queue != null) {
      queue.requireIdle();
    }
  }

  void activate(Instant at) {
    status = Status.ACTIVE;
    statusAt = at;
    settle();
  }

  void stop(Instant at) {
    status = Status.STOPPED;
    statusAt = at;
    settle();
  }

  void resize(Size size) {
    facts = facts.withSize(size);
  }

  void health(String health) {
    facts = facts.withHealth(health);
  }

  void join(SimQueue target) {
    leaveQueue();
    queue = target;
    target.add(this);
  }

  void leaveQueue() {
    if (queue != null) {
      queue.remove(this);
    }
    queue = null;
  }
}
