package io.ebb.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A condition that must hold for the whole set before anything is changed (rule 2), and again
/// before each destructive call (rule 8).
///
/// Some can be overridden, each by its own name and with a reason, see
/// [RetireOptions#withOverride]; there is no way to override all at once.
public enum Guard {
  /// The set names nodes of this cluster, each once.
  TARGETS(1, "targets", "what is not there cannot be retired, and nothing twice"),
  /// Controllers and nodes of a role this version does not know are never retired.
  ROLES(
      16, "roles", "the service refuses to delete a controller, and what is unknown is left alone"),
  /// Protected nodes are never retired.
  PROTECTED(14, "protected"),
  /// Nothing is changing the nodes or their queues, and nobody else's operation goes on there.
  IN_FLIGHT(14, "in flight", "wait until the other change has ended"),
  /// Without time to drain, no running job uses a target. Overridden, the jobs that the plan names
  /// may be lost, and no others.
  JOBS(3, "jobs"),
  /// Each role keeps a node: the service demands it.
  ROLE_REMAINS(16, "role remains", "the service refuses it"),
  /// Some queue keeps a compute node: the service demands it.
  QUEUE_REMAINS(16, "queue remains", "the service refuses it"),
  /// Each touched role and queue keeps as many usable nodes as the limits say.
  KEEP(8, "keep"),
  /// The run takes no more nodes than the limits say.
  SIZE(8, "size"),
  /// Few enough of the nodes that stay are unhealthy.
  BRAKE(9, "brake"),
  /// The hour has room for the API calls that the plan needs.
  BUDGET(2, "budget");

  private final int rule;
  private final String label;
  private final String always;

  Guard(int rule, String label) {
    this(rule, label, "");
  }

  /// @param always why it cannot be overridden; empty when it can
  Guard(int rule, String label, String always) {
    this.rule = rule;
    this.label = label;
    this.always = always;
  }

  /// The number of the removal rule it stands for.
  public int rule() {
    return rule;
  }

  /// Its name for people, for example `role remains`.
  public String label() {
    return label;
  }

  /// Whether somebody who gives a reason may override it.
  public boolean overridable() {
    return always.isEmpty();
  }

  /// All that can be overridden.
  public static List<Guard> allOverridable() {
    return Arrays.stream(values()).filter(Guard::overridable).toList();
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
                "there is no guard \"%s\"; %s".formatted(label, choice())));
  }

  /// Throws when nobody may override it.
  void checkOverridable() {
    if (!overridable()) {
      throw new IllegalArgumentException(
          "the guard %s cannot be overridden: %s; %s".formatted(label, always, choice()));
    }
  }

  private static String choice() {
    return allOverridable().stream()
        .map(Guard::label)
        .collect(Collectors.joining(", ", "those that can be overridden are ", ""));
  }
}
