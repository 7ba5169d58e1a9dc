package io.ebb.cluster;

import java.util.Locale;

/// What a node does in its cluster. The API counts serials per role.
public enum Role {
  /// People log in here. In no queue.
  LOGIN("login"),
  /// Runs the scheduler. Can be neither added nor deleted.
  CONTROLLER("controller"),
  /// Runs jobs; may be in one queue.
  COMPUTE("node"),
  /// A role this version does not know; never a target.
  OTHER("other");

  private final String hostPrefix;

  Role(String hostPrefix) {
    this.hostPrefix = hostPrefix;
  }

  /// The role by the name the API gives it; anything unknown is [#OTHER].
  public static Role named(String wireName) {
    return switch (wireName) {
      case "login" -> LOGIN;
      case "controller" -> CONTROLLER;
      case "compute" -> COMPUTE;
      default -> OTHER;
    };
  }

  /// The name scripts and tables use, for example `compute`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The host name of the node with this serial: `node12`, `login1`, `controller1`.
  public String host(int serial) {
    return hostPrefix + serial;
  }
}
