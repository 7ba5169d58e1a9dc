package io.ebb.plan;

import io.ebb.cluster.Node;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// How much a run may take away at most (rule 8). Checked when the plan is made and again before
/// each destructive call.
///
/// @param keepPerRole how many usable nodes each touched role keeps at least
/// @param keepPerQueue how many usable nodes each touched queue keeps at least
/// @param maxNodes how many nodes one run retires at most; 0 forbids all
/// @param maxPercent what share of the cluster's compute nodes one run retires at most, 0 to 100
/// @param protectedNodes ids and host names of nodes that are never retired
/// @param brake how many of the nodes that stay may be unhealthy
public record Limits(
    int keepPerRole,
    int keepPerQueue,
    int maxNodes,
    int maxPercent,
    Set<String> protectedNodes,
    Brake brake) {

  private static final Limits DEFAULTS =
      new Limits(1, 0, Integer.MAX_VALUE, 100, Set.of(), Brake.defaults());

  /// Copies the set, in order, and checks the ranges.
  public Limits {
    protectedNodes = Collections.unmodifiableSet(new TreeSet<>(protectedNodes));
    if (keepPerRole < 0 || keepPerQueue < 0 || maxNodes < 0) {
      throw new IllegalArgumentException(
          "limits must not be negative: keep %d per role, %d per queue, at most %d nodes"
              .formatted(keepPerRole, keepPerQueue, maxNodes));
    }
    if (maxPercent < 0 || maxPercent > 100) {
      throw new IllegalArgumentException(
          "the share of compute nodes in one run must be 0% to 100%, not " + maxPercent);
    }
  }

  /// Limits with the usual brake.
  public Limits(
      int keepPerRole, int keepPerQueue, int maxNodes, int maxPercent, Set<String> protectedNodes) {
    this(keepPerRole, keepPerQueue, maxNodes, maxPercent, protectedNodes, Brake.defaults());
  }

  /// One usable node stays per role, a queue may be emptied, and a run may be of any size. The
  /// API's own rules (each role keeps a node, some queue keeps a compute node) hold besides,
  /// always.
  public static Limits defaults() {
    return DEFAULTS;
  }

  /// The limits that satisfy both.
  public Limits strictest(Limits other) {
    Set<String> both = new TreeSet<>(protectedNodes);
    both.addAll(other.protectedNodes);
    return new Limits(
        Math.max(keepPerRole, other.keepPerRole),
        Math.max(keepPerQueue, other.keepPerQueue),
        Math.min(maxNodes, other.maxNodes),
        Math.min(maxPercent, other.maxPercent),
        both,
        brake.strictest(other.brake));
  }

  /// These limits with another number of usable nodes kept per role.
  public Limits withKeepPerRole(int nodes) {
    return new Limits(nodes, keepPerQueue, maxNodes, maxPercent, protectedNodes, brake);
  }

  /// These limits with another number of usable nodes kept per queue.
  public Limits withKeepPerQueue(int nodes) {
    return new Limits(keepPerRole, nodes, maxNodes, maxPercent, protectedNodes, brake);
  }

  /// These limits with another number of nodes per run.
  public Limits withMaxNodes(int nodes) {
    return new Limits(keepPerRole, keepPerQueue, nodes, maxPercent, protectedNodes, brake);
  }

  /// These limits with another share of the cluster's compute nodes per run.
  public Limits withMaxPercent(int percent) {
    return new Limits(keepPerRole, keepPerQueue, maxNodes, percent, protectedNodes, brake);
  }

  /// These limits with other protected nodes, by id or host name.
  public Limits withProtectedNodes(Set<String> nodes) {
    return new Limits(keepPerRole, keepPerQueue, maxNodes, maxPercent, nodes, brake);
  }

  /// These limits with another brake.
  public Limits withBrake(Brake other) {
    return new Limits(keepPerRole, keepPerQueue, maxNodes, maxPercent, protectedNodes, other);
  }

  boolean protects(Node node) {
    return protectedNodes.contains(node.id()) || protectedNodes.contains(node.host());
  }
}
