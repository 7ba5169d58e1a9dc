package io.ebb.cli;

import io.ebb.cluster.NodeSet;
import io.ebb.text.Line;
import java.util.Collection;

/// What a question about nodes says beside their number.
///
/// @param nodes whether it names them, and their cluster
/// @param production the profile that is asked about with care; empty when none is
record Detail(boolean nodes, String production) {
  /// For where the nodes stand right above the question.
  static final Detail BRIEF = new Detail(false, "");

  private static final int COLUMNS = 60;

  /// The words behind `Retire 4 nodes`: the cluster and the folded nodes; a long set is cut.
  String of(String cluster, Collection<String> hosts) {
    return nodes
        ? " of %s%s: %s".formatted(cluster, profile(), Line.of(fold(hosts)).cut(COLUMNS))
        : "";
  }

  /// The words behind what is not about nodes.
  String profile() {
    return production.isEmpty() ? "" : " on " + production + " (production)";
  }

  private static String fold(Collection<String> hosts) {
    return NodeSet.of(hosts).fold();
  }
}
