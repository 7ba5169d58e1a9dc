package io.ebb.sim;

import java.time.Duration;
import java.util.List;

/// What an operation does to the world: nothing is changed but the marks until it finishes.
sealed interface Work permits NodeDeletion, NodeCreation, QueueRemoval, QueueAddition, ForeignWork {

  /// For example `HpcClusterDeleteClusterNodes`.
  String action();

  /// The label people see.
  String label();

  /// The ids of what it works on: cluster, queue, nodes.
  List<String> resources();

  Duration takes(SimOptions options);

  /// Changes nothing.
  ///
  /// @throws Refusal when the state of the world forbids it
  void check();

  /// Marks what is in transition.
  void begin();

  /// Takes effect and lifts the marks.
  void finish(Log log);

  /// Lifts the marks without effect.
  void abandon();
}
