package io.ebb.sim;

import java.util.Locale;

/// What a node of the simulated world does.
public enum SimRole {
  /// Where users log in.
  LOGIN("login", "登录节点", 2),
  /// Where the scheduler lives; can be neither added nor deleted.
  CONTROLLER("controller", "管控节点", 3),
  /// Where jobs run.
  COMPUTE("node", "计算节点", 1);

  private final String hostPrefix;
  private final String label;
  private final int group;

  SimRole(String hostPrefix, String label, int group) {
    this.hostPrefix = hostPrefix;
    this.label = label;
    this.group = group;
  }

  /// The value of `role` on the wire.
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws Refusal 1100 when there is no such role
  static SimRole of(String wire) {
    for (SimRole role : values()) {
      if (role.wire().equals(wire)) {
        return role;
      }
    }
    throw Refusal.malformed("node_role [" + wire + "] is unknown");
  }

  /// The display name of a node that was given none.
  String label(int serial) {
    return label + serial;
  }

  String host(int serial) {
    return host(String.valueOf(serial));
  }

  String host(String serial) {
    return hostPrefix + serial;
  }

  int group() {
    return group;
  }
}
