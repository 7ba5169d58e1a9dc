package io.ebb.run;

import java.util.List;

/// Asks somebody what to do with nodes that are still busy when the time to drain is over.
@FunctionalInterface
public interface Question {

  /// Whether to delete these hosts under their jobs, which are then lost; false keeps the nodes.
  ///
  /// @param hosts the busy hosts
  /// @param jobs the numbers of the jobs that would be lost
  boolean deleteBusy(List<String> hosts, List<String> jobs);

  /// Keeps every busy node.
  static Question keep() {
    return (_, _) -> false;
  }
}
