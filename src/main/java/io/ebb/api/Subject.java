package io.ebb.api;

import java.util.ArrayList;
import java.util.List;

/// What a call is about.
///
/// @param cluster the cluster's id; empty when the call names none
/// @param queue the queue's id; empty when the call names none
/// @param nodes node ids, or serials where the API wants those; empty when the call names none
public record Subject(String cluster, String queue, List<String> nodes) {

  /// Copies the list.
  public Subject {
    nodes = List.copyOf(nodes);
  }

  /// A cluster and nothing narrower; an empty id stands for nothing at all.
  public static Subject of(String cluster) {
    return new Subject(cluster, "", List.of());
  }

  /// What the arguments of a call are about; empty when they do not say.
  static Subject among(List<?> args) {
    return args.stream()
        .filter(About.class::isInstance)
        .map(arg -> ((About) arg).subject())
        .findFirst()
        .orElse(of(""));
  }

  /// In words: `cluster ehpc-1, queue ehpcq-2, nodes 3, 4`; empty when there is nothing to name.
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!cluster.isEmpty()) {
      parts.add("cluster " + cluster);
    }
    if (!queue.isEmpty()) {
      parts.add("queue " + queue);
    }
    if (!nodes.isEmpty()) {
      parts.add("nodes " + String.join(", ", nodes));
    }
    return String.join(", ", parts);
  }
}
