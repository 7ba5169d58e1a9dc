package io.ebb.sim;

import java.time.Instant;

/// An account of a cluster. Its password is not kept.
final class SimUser extends Thing {
  static final String ADMIN = "admin";

  /// What never changes.
  ///
  /// @param mode the mode of the home directory, for example `700`
  record Facts(
      String id, String name, String role, int uid, int gid, String mode, Instant createdAt) {}

  private final Facts facts;
  private Instant updatedAt;

  SimUser(Facts facts) {
    this.facts = facts;
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
    return facts.name();
  }

  boolean isAdmin() {
    return facts.role().equals(ADMIN);
  }

  Instant updatedAt() {
    return updatedAt;
  }

  void touch(Instant at) {
    updatedAt = at;
  }
}
