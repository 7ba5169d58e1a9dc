package io.ebb.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What people other than us have done to a cluster, as far as the world's own log does not tell.
final class Others {
  /// The ids of the operations they have begun.
  final Set<String> operations = new HashSet<>();

  /// The nodes that their operations keep from being used, by operation.
  final Map<String, Set<String>> busy = new HashMap<>();

  /// The ids of jobs that name no host, by their queue's id.
  final Map<String, String> jobs = new HashMap<>();

  /// The ids of the nodes they had anything to do with.
  final Set<String> touched = new HashSet<>();

  /// What they have done, in its order.
  final List<Deed> deeds = new ArrayList<>();

  /// Somebody has done something.
  ///
  /// @param index how much had happened in the world before
  /// @param nodes the ids of the nodes concerned
  /// @param health what their health is from now on; empty when it is what it was
  record Deed(int index, Set<String> nodes, String health) {}

  void did(int index, Set<String> nodes, String health) {
    deeds.add(new Deed(index, nodes, health));
    touched.addAll(nodes);
  }

  void began(String operation, Set<String> nodes) {
    operations.add(operation);
    busy.put(operation, nodes);
  }
}
