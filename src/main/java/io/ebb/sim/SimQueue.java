package io.ebb.sim;

import java.time.Instant;

/// A queue of the world. Its members are the nodes that say so.
final class SimQueue {
  private final String id;
  private final String name;
  private final String partition;
  private final boolean isDefault;
  private final Instant createdAt;
  private Instant updatedAt;
  private boolean updating;

  SimQueue(Scenario.Queue from, String id, Instant createdAt) {
    this.id = id;
    this.name = from.name();
    this.partition = from.partition();
    this.isDefault = from.isDefault();
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String partition() {
    return partition;
  }

  boolean isDefault() {
    return isDefault;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  boolean updating() {
    return updating;
  }

  void begin() {
    updating = true;
  }

  void settle() {
    updating = false;
  }

  void touch(Instant at) {
    updatedAt = at;
  }

  boolean isCalled(String word) {
    return word.equals(id) || word.equals(name) || word.equals(partition);
  }
}
