package io.ebb.sim;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A queue of the world. Nodes join and leave it by [SimNode].
final class SimQueue extends Thing {

  /// What never changes.
  ///
  /// @param rent what it costs to have it; null for a queue of a dedicated cluster
  record Facts(
      String id, String partition, boolean isDefault, Instant createdAt, @Nullable Rent rent) {}

  private final Facts facts;
  private final SortedMap<Integer, SimNode> members = new TreeMap<>();
  private String name;
  private Instant updatedAt;

  SimQueue(Facts facts, String name) {
    this.facts = facts;
    this.name = name;
    this.updatedAt = facts.createdAt();
  }

  Facts facts() {
    return facts;
  }

  @Override
  String id() {
    return facts.id();
  }

  String name() {
    return name;
  }

  String partition() {
    return facts.partition();
  }

  Instant updatedAt() {
    return updatedAt;
  }

  /// Its nodes, by serial.
  Collection<SimNode> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  void add(SimNode node) {
    members.put(node.facts().serial(), node);
  }

  void remove(SimNode node) {
    members.remove(node.facts().serial());
  }

  void rename(String other, Instant at) {
    name = other;
    touch(at);
  }

  void touch(Instant at) {
    updatedAt = at;
  }

  boolean isCalled(String word) {
    return word.equals(id()) || word.equals(name) || word.equals(partition());
  }
}
