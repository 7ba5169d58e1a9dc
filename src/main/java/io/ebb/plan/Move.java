package io.ebb.plan;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A part of a routine before it is known which nodes are in which batch.
sealed interface Move {

  /// What it does to these nodes of one batch; nothing when it does not concern them.
  List<Step> steps(List<Node> nodes, RetireOptions options);

  /// Stop new jobs. Without access to the scheduler, leaving the queue is the fence (rule 3).
  record Fence() implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      return nodes.stream()
          .map(Node::queue)
          .filter(Objects::nonNull)
          .distinct()
          .<Step>map(queue ->
              new Step.Leave(
                  queue, idsOf(nodes.stream().filter(node -> queue.equals(node.queue())).toList())))
          .toList();
    }
  }

  /// Wait for the running jobs, as the options say.
  record Drain() implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      List<Node> compute = nodes.stream().filter(node -> node.role() == Role.COMPUTE).toList();
      return compute.isEmpty()
          ? List.of()
          : List.of(new Step.Drain(idsOf(compute), options.drain(), options.onDeadline()));
    }
  }

  /// Leave the queue: the fence has done it already.
  record LeaveQueue() implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      return List.of();
    }
  }

  /// Wait for so long.
  record Pause(Duration span) implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      return List.of(new Step.Pause(idsOf(nodes), span));
    }
  }

  /// Ask somebody.
  record Confirm(String question) implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      return List.of(new Step.Confirm(idsOf(nodes), question));
    }
  }

  /// Delete the nodes with these ids, and see that they are gone: what is deleted is always
  /// verified (rule 15).
  record Delete(Set<String> ids) implements Move {
    /// Copies the set.
    public Delete {
      ids = Set.copyOf(ids);
    }

    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      List<String> doomed = idsOf(nodes).stream().filter(ids::contains).toList();
      return doomed.isEmpty()
          ? List.of()
          : List.of(new Step.Delete(doomed), new Step.Verify(doomed, options.verifyDeadline()));
    }
  }

  /// See that they are gone: comes with the deletion.
  record Verify() implements Move {
    @Override
    public List<Step> steps(List<Node> nodes, RetireOptions options) {
      return List.of();
    }
  }

  /// All of what the moves do to these nodes, in order.
  static List<Step> all(List<Move> moves, List<Node> nodes, RetireOptions options) {
    List<Step> steps = new ArrayList<>();
    moves.forEach(move -> steps.addAll(move.steps(nodes, options)));
    return steps;
  }

  /// The ids of these nodes.
  static List<String> idsOf(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }
}
