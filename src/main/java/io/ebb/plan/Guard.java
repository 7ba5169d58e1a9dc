package io.ebb.plan;

import java.util.Arrays;

/// A condition that must hold for the whole set before anything is changed (rule 2), and again
/// before each destructive call (rule 8).
public enum Guard {
  /// The set names nodes of this cluster, each once.
  TARGETS(1, "targets"),
  /// Controllers and nodes of a role this version does not know are never retired.
  ROLES(16, "roles"),
  /// Protected nodes are never retired.
  PROTECTED(14, "protected"),
  /// Nothing is changing the nodes or their queues, and nobody else's operation goes on there.
  IN_FLIGHT(14, "in flight"),
  /// Without time to drain, no running job uses a target.
  JOBS(3, "jobs"),
  /// Each role keeps a node: the service demands it.
  ROLE_REMAINS(16, "role remains"),
  /// Some queue keeps a compute node: the service demands it.
  QUEUE_REMAINS(16, "queue remains"),
  /// Each touched role and queue keeps as many usable nodes as the limits say.
  KEEP(8, "keep"),
  /// The run takes no more nodes than the limits say.
  SIZE(8, "size"),
  /// The hour has room for the API calls that the plan needs.
  BUDGET(2, "budget");

  private final int rule;
  private final String label;

  Guard(int rule, String label) {
    this.rule = rule;
    this.label = label;
  }

  /// The number of the removal rule it stands for.
  public int rule() {
    return rule;
  }

  /// The guard with this name for people.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Guard named(String label) {
    return Arrays.stream(values())
        .filter(guard -> guard.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no guard \"%s\"; the one that can be overridden is %s"
                    .formatted(label, BUDGET.label)));
  }

  /// Whether somebody who gives a reason may override it, see [RetireOptions#withOverride].
  public boolean overridable() {
    return this == BUDGET;
  }

  /// Its name for people, for example `role remains`.
  public String label() {
    return label;
  }
}
