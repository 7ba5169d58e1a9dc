package io.ebb.cli;

import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/// How many nodes of a run had which outcome, in words.
final class OutcomeCounts {
  private OutcomeCounts() {}

  /// Always says how many were retired, kept and unknown: the reader looks for these.
  static String of(Collection<NodeOutcome> nodes) {
    return words(nodes, true);
  }

  /// Says only what there is; empty when there is no node.
  static String brief(Collection<NodeOutcome> nodes) {
    return words(nodes, false);
  }

  private static String words(Collection<NodeOutcome> nodes, boolean always) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> count(nodes, outcome) > 0 || (always && alwaysCounted(outcome)))
        .map(outcome -> count(nodes, outcome) + " " + outcome.label())
        .collect(Collectors.joining(", "));
  }

  static long count(Collection<NodeOutcome> nodes, Outcome outcome) {
    return nodes.stream().filter(node -> node.outcome() == outcome).count();
  }

  private static boolean alwaysCounted(Outcome outcome) {
    return switch (outcome) {
      case RETIRED, KEPT, UNKNOWN -> true;
      case FAILED, UNTOUCHED, OPEN -> false;
    };
  }
}
