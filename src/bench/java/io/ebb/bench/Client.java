package io.ebb.bench;

import java.util.SortedSet;

/// Somebody who retires nodes.
interface Client {

  /// Takes these compute nodes out of their queues and deletes them; returns when they are gone.
  ///
  /// @param serials of the nodes
  void retire(String cluster, SortedSet<Integer> serials);
}
