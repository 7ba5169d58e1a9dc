package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Side;
import java.util.Collection;
import java.util.Set;

/// What happens to nodes when a plan goes on, counted: what somebody confirms.
///
/// @param deleted how many are deleted
/// @param leftOut how many are taken out of their queue, and not deleted
record Stake(int deleted, int leftOut) {

  /// What happens to all nodes of the plan.
  static Stake of(Plan plan) {
    int deleted = plan.deleted().size();
    return new Stake(deleted, plan.targets().size() - deleted);
  }

  /// What the plan does to these of its nodes.
  static Stake of(Plan plan, Collection<String> nodes) {
    Set<String> all = plan.deleted();
    int deleted = Math.toIntExact(nodes.stream().filter(all::contains).count());
    return new Stake(deleted, nodes.size() - deleted);
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
    return new Stake(deleted + other.deleted, leftOut + other.leftOut);
  }

  /// Whether nothing happens to any node.
  boolean none() {
    return number() == 0;
  }

  /// How many nodes there are.
  int total() {
    return deleted + leftOut;
  }

  /// The number to be typed: of what is deleted, if anything is.
  int number() {
    return deleted == 0 ? leftOut : deleted;
  }

  /// What is done, for example `retire 3 nodes`.
  String words() {
    if (deleted == 0) {
      return "take %s out of %s queue".formatted(nodes(leftOut), leftOut == 1 ? "its" : "their");
    }
    String retire = "retire " + nodes(deleted);
    return leftOut == 0
        ? retire
        : "%s and take %d more out of their queue".formatted(retire, leftOut);
  }

  private static String nodes(int count) {
    return count + (count == 1 ? " node" : " nodes");
  }
}
