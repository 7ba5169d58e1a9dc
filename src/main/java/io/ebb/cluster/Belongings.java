package io.ebb.cluster;

import io.ebb.api.WireNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which nodes, queues and AppCenter ids have been seen to be of which cluster.
///
/// Operations name what they work on, but not always the cluster, and sometimes by its AppCenter id
/// (Q28). What has been seen is remembered: the operation that deletes a node is the cluster's when
/// the node is gone, too. Safe for use by many threads.
final class Belongings {
  private final Map<String, String> clusterOfApp = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> parts = new ConcurrentHashMap<>();

  /// These nodes are of the cluster.
  void learn(String cluster, Collection<WireNode> nodes) {
    nodes.forEach(node -> {
      partsOf(cluster).add(node.nodeId());
      if (!node.appClusterId().isEmpty()) {
        clusterOfApp.put(node.appClusterId(), cluster);
      }
    });
  }

  /// These queues are of the cluster.
  void learnQueues(String cluster, Collection<Queue> queues) {
    queues.forEach(queue -> partsOf(cluster).add(queue.id()));
  }

  /// Whether anything of the cluster has been seen.
  boolean knowsAbout(String cluster) {
    return parts.containsKey(cluster);
  }

  /// The operation with clusters by their own ids where it has AppCenter ids.
  Operation named(Operation operation) {
    List<String> resources =
        operation.resources().stream().map(id -> clusterOfApp.getOrDefault(id, id)).toList();
    return operation.about(resources);
  }

  /// Whether the operation, named by [#named], works on anything of the cluster.
  boolean ownedBy(String cluster, Operation operation) {
    Set<String> known = parts.getOrDefault(cluster, Set.of());
    return operation.resources().stream().anyMatch(id -> id.equals(cluster) || known.contains(id));
  }

  private Set<String> partsOf(String cluster) {
    return parts.computeIfAbsent(cluster, _ -> ConcurrentHashMap.newKeySet());
  }
}
