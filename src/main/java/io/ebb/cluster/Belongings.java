package io.ebb.cluster;

import io.ebb.api.wire.WireNode;
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

  /// These nodes and queues are the cluster's.
  void learn(String cluster, Collection<WireNode> nodes, Collection<Queue> queues) {
    Set<String> known = parts.computeIfAbsent(cluster, _ -> ConcurrentHashMap.newKeySet());
    nodes.forEach(node -> known.add(node.nodeId()));
    queues.forEach(queue -> known.add(queue.id()));
    nodes.stream()
        .map(WireNode::appClusterId)
        .filter(app -> !app.isEmpty())
        .forEach(app -> clusterOfApp.put(app, cluster));
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
}
