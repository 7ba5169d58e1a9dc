package io.ebb.run;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which runs somebody looks for. All that is said has to hold; what is null or empty is of no
/// account.
///
/// @param cluster the id of the cluster whose nodes they concern
/// @param nodes ids or host names of nodes, one of which they concern; those that a script has
///   ordered something for directly are known by their ids only
/// @param outcomes what became of one node at least, of these `nodes` if there are any
/// @param states how they ended, or stand
/// @param script the file of the script or runbook that they carry out, or are part of, in capital
///   or small letters; `*` stands for anything
/// @param since when they began at the earliest
/// @param until before when they began
/// @param operator who has begun them
/// @param words what their titles contain, all of it, in capital or small letters
public record RunQuery(
    @Nullable String cluster,
    Set<String> nodes,
    Set<Outcome> outcomes,
    Set<RunState> states,
    @Nullable String script,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String operator,
    List<String> words) {

  /// All runs.
  public static final RunQuery ALL =
      new RunQuery(null, Set.of(), Set.of(), Set.of(), null, null, null, null, List.of());

  /// Copies the collections.
  public RunQuery {
    nodes = Set.copyOf(nodes);
    outcomes = Set.copyOf(outcomes);
    states = Set.copyOf(states);
    words = List.copyOf(words);
  }

  /// Whether this node is one of those that the query names, with such an outcome; none is when it
  /// names no nodes.
  public boolean names(NodeOutcome node) {
    return (nodes.contains(node.id()) || nodes.contains(node.host()))
        && (outcomes.isEmpty() || outcomes.contains(node.outcome()));
  }
}
