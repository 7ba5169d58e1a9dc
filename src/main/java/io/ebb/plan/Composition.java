package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan composed by hand, word by word: fence, drain, leave the queue, pause, confirm, delete,
/// verify. It makes the same kind of plan as [Planner#retire], with the same guards. Immutable:
/// each word gives a new one. A word in an unsafe place is refused at once, with what to say
/// instead.
///
/// Each batch takes all the steps before the next one begins. Without access to the scheduler,
/// leaving the queue is the fence (rule 3): it is the first step, and [#leaveQueue] adds none. What
/// ends before a deletion leaves the nodes out of their queue.
public final class Composition {
  private final String title;
  private final RetireOptions options;
  private final @Nullable Nodes fenced;
  private final List<Move> moves;

  private Composition(
      String title, RetireOptions options, @Nullable Nodes fenced, List<Move> moves) {
    this.title = title;
    this.options = options;
    this.fenced = fenced;
    this.moves = List.copyOf(moves);
  }

  /// One without a step yet.
  ///
  /// @param title what the plan does, in one line
  /// @param options its batches, limits, deadlines and overrides
  public static Composition of(String title, RetireOptions options) {
    return new Composition(title, options, null, List.of());
  }

  /// What the plan does, in one line.
  public String title() {
    return title;
  }

  /// Stop new jobs on these nodes. The first step of every plan: it says for which nodes the plan
  /// is.
  ///
  /// @throws IllegalArgumentException when nodes are fenced already
  public Composition fence(Nodes nodes) {
    if (fenced != null) {
      throw new IllegalArgumentException(
          "the plan fences %s already: name all its nodes in one fence(nodes)"
              .formatted(fenced.fold()));
    }
    return new Composition(title, options, nodes, List.of(new Move.Fence()));
  }

  /// Wait for the running jobs.
  ///
  /// @param atMost how long; zero does not wait, and then no job may be running
  /// @param onDeadline what happens to nodes that are busy then
  /// @throws IllegalArgumentException when it comes before the fence, or twice, or after the
  ///   deletion
  public Composition drain(Duration atMost, OnDeadline onDeadline) {
    once(Move.Drain.class, "drain");
    return new Composition(
            title, options.withDrain(atMost).withOnDeadline(onDeadline), fenced, moves)
        .then(new Move.Drain(), "drain");
  }

  /// Leave the queue, where that is not the fence.
  ///
  /// @throws IllegalArgumentException when it comes before the fence, or twice, or after the
  ///   deletion
  public Composition leaveQueue() {
    once(Move.LeaveQueue.class, "leaveQueue");
    return then(new Move.LeaveQueue(), "leaveQueue");
  }

  /// Wait, so that somebody or something else may look.
  ///
  /// @throws IllegalArgumentException when it comes before the fence or after the deletion, or is
  ///   no time
  public Composition pause(Duration span) {
    if (!span.isPositive()) {
      throw new IllegalArgumentException("a pause takes time: say for example pause(\"10m\")");
    }
    return then(new Move.Pause(span), "pause");
  }

  /// Ask somebody, in each batch; who does not confirm keeps its nodes.
  ///
  /// @throws IllegalArgumentException when it comes before the fence or after the deletion, or asks
  ///   nothing
  public Composition confirm(String question) {
    if (question.isBlank()) {
      throw new IllegalArgumentException("confirm needs a question that can be answered with yes");
    }
    return then(new Move.Confirm(question.strip()), "confirm");
  }

  /// Delete all nodes that are fenced.
  ///
  /// @throws IllegalArgumentException when no fence or no drain comes before it, or a deletion does
  public Composition delete() {
    return fenced == null ? then(new Move.Delete(Set.of()), "delete") : delete(fenced);
  }

  /// Delete some of the nodes that are fenced; the others stay, out of their queue.
  ///
  /// @throws IllegalArgumentException when no fence or no drain comes before it, a deletion does,
  ///   or nodes are not fenced
  public Composition delete(Nodes some) {
    once(Move.Delete.class, "delete");
    Composition deleting =
        then(
            new Move.Delete(some.list().stream().map(Node::id).collect(Collectors.toSet())),
            "delete");
    refuseStrangers(some);
    if (!has(Move.Drain.class) && some.list().stream().anyMatch(Composition::runsJobs)) {
      throw new IllegalArgumentException(
          "delete comes after drain, so that no job is lost: say drain(\"2h\") before it;"
              + " drain(\"0s\") does not wait, and refuses nodes with running jobs");
    }
    return deleting;
  }

  /// See that what was deleted is gone. Comes with each deletion, said or not (rule 15).
  ///
  /// @throws IllegalArgumentException when nothing is deleted
  public Composition verify() {
    if (!has(Move.Delete.class)) {
      throw new IllegalArgumentException(
          "verify comes after delete: nothing is deleted that could be seen to be gone");
    }
    once(Move.Verify.class, "verify");
    return with(new Move.Verify());
  }

  /// The plan.
  ///
  /// @param budget how much of the call quota is used now
  /// @param now the present, for the forecast; the plan expires one hour after its nodes were
  ///   listed
  /// @throws IllegalArgumentException when it has no step yet, or says what to delete under running
  ///   jobs and deletes nothing
  public Plan plan(Budget budget, Instant now) {
    if (fenced == null) {
      throw first("the plan");
    }
    refuseToLoseJobs();
    return Planner.plan(title, fenced.snapshot(), fenced.list(), moves, options, budget, now);
  }

  private Composition then(Move move, String word) {
    if (fenced == null) {
      throw first(word);
    }
    if (has(Move.Delete.class)) {
      throw new IllegalArgumentException(
          "%s comes before delete: after it nothing is left to do but verify".formatted(word));
    }
    return with(move);
  }

  private Composition with(Move move) {
    return new Composition(
        title, options, fenced, Stream.concat(moves.stream(), Stream.of(move)).toList());
  }

  private void once(Class<? extends Move> type, String word) {
    if (has(type)) {
      throw new IllegalArgumentException("the plan says %s already: say it once".formatted(word));
    }
  }

  private boolean has(Class<? extends Move> type) {
    return moves.stream().anyMatch(type::isInstance);
  }

  private static IllegalArgumentException first(String word) {
    return new IllegalArgumentException(
        word + " comes after a fence: begin with fence(nodes), which says for which nodes it is");
  }

  private void refuseToLoseJobs() {
    boolean keeps = options.onDeadline() == OnDeadline.KEEP;
    if (!keeps && has(Move.Drain.class) && !has(Move.Delete.class)) {
      throw new IllegalArgumentException(
          "the plan deletes nothing, so that there is nothing to %s when jobs outlast the drain:"
                  .formatted(options.onDeadline().label())
              + " say keep, by which busy nodes go back to their queue");
    }
  }

  private void refuseStrangers(Nodes some) {
    Set<String> known = new HashSet<>();
    if (fenced != null) {
      fenced.forEach(node -> known.add(node.id()));
    }
    Nodes strangers = some.where(node -> !known.contains(node.id()));
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException(
          "delete names what is not fenced: %s; fence it too, or leave it out"
              .formatted(strangers.fold()));
    }
  }

  private static boolean runsJobs(Node node) {
    return node.role() == Role.COMPUTE;
  }
}
