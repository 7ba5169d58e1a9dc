package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Side;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What happens to nodes when a plan goes on: what somebody confirms.
///
/// @param deleted the hosts that are deleted
/// @param leftOut the hosts that are taken out of their queue, and not deleted
record Stake(List<String> deleted, List<String> leftOut) {
  /// Nothing happens to any node.
  static final Stake NOTHING = new Stake(List.of(), List.of());

  /// Copies the lists.
  Stake {
    deleted = List.copyOf(deleted);
    leftOut = List.copyOf(leftOut);
  }

  /// What happens to all nodes of the plan.
  static Stake of(Plan plan) {
    return of(plan, plan.targets().stream().map(Target::id).toList());
  }

  /// What the plan does to these of its nodes.
  static Stake of(Plan plan, Collection<String> nodes) {
    Set<String> meant = Set.copyOf(nodes);
    Set<String> deleted = plan.deleted();
    return new Stake(
        hosts(plan, id -> meant.contains(id) && deleted.contains(id)),
        hosts(plan, id -> meant.contains(id) && !deleted.contains(id)));
  }

  private static List<String> hosts(Plan plan, Predicate<String> ids) {
    return plan.targets().stream()
        .filter(target -> ids.test(target.id()))
        .map(Target::host)
        .toList();
  }

  /// What happens when somebody goes on with a run: to what is neither settled nor past the point
  /// of no return.
  static Stake of(History history) {
    return of(
        history.plan(),
        history.nodes().stream()
            .filter(node -> node.outcome() == Outcome.OPEN)
            .map(NodeOutcome::id)
            .filter(node -> history.side(node) != Side.DOOMED)
            .toList());
  }

  /// Both together.
  Stake plus(Stake other) {
    return new Stake(both(deleted, other.deleted), both(leftOut, other.leftOut));
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// Whether nothing happens to any node.
  boolean none() {
    return hosts().isEmpty();
  }

  /// All hosts.
  List<String> hosts() {
    return both(deleted, leftOut);
  }

  /// The number to be typed: of what is deleted, if anything is.
  int number() {
    return deleted.isEmpty() ? leftOut.size() : deleted.size();
  }

  /// What is done, for example `retire 3 nodes`.
  String words() {
    if (deleted.isEmpty()) {
      return "take %s out of %s queue"
          .formatted(nodes(leftOut.size()), leftOut.size() == 1 ? "its" : "their");
    }
    String retire = "retire " + nodes(deleted.size());
    return leftOut.isEmpty()
        ? retire
        : "%s and take %d more out of their queue".formatted(retire, leftOut.size());
  }

  private static String nodes(int count) {
    return count + (count == 1 ? " node" : " nodes");
  }
}
