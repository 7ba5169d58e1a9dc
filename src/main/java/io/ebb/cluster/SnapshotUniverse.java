package io.ebb.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The groups and nodes of one cluster at one moment.
///
/// Groups are `@queue:` with a queue's id, display name or partition, and `@role:` with a role's
/// label. A display name or partition that several queues share names none of them. A node id
/// stands for its host, and for itself where other nodes are listed with the same host. Immutable.
public final class SnapshotUniverse implements Universe {
  private final Map<String, NodeSet> groups = new LinkedHashMap<>();
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private final NodeSet all;

  private SnapshotUniverse(Snapshot snapshot) {
    Set<String> shared = snapshot.sharedHosts();
    snapshot.nodes().stream()
        .filter(node -> !shared.contains(node.host()))
        .forEach(node -> hosts.put(node.id(), node.host()));
    all = hostsOf(snapshot, _ -> true);
    for (Queue queue : snapshot.queues()) {
      NodeSet members = hostsOf(snapshot, node -> queue.id().equals(node.queue()));
      words(queue)
          .filter(word -> Queue.called(snapshot.queues(), word).equals(List.of(queue)))
          .forEach(word -> groups.putIfAbsent("@queue:" + word, members));
    }
    for (Role role : Role.values()) {
      groups.put("@role:" + role.label(), hostsOf(snapshot, node -> node.role() == role));
    }
  }

  /// What the words of a node set stand for in this snapshot.
  public static Universe of(Snapshot snapshot) {
    return new SnapshotUniverse(snapshot);
  }

  @Override
  public Optional<NodeSet> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  @Override
  public Collection<String> groups() {
    return List.copyOf(groups.keySet());
  }

  @Override
  public NodeSet all() {
    return all;
  }

  @Override
  public String canonical(String name) {
    return hosts.getOrDefault(name, name);
  }

  private static Stream<String> words(Queue queue) {
    return Stream.of(queue.name(), queue.partition(), queue.id()).filter(word -> !word.isEmpty());
  }

  private static NodeSet hostsOf(Snapshot snapshot, Predicate<Node> wanted) {
    return NodeSet.of(snapshot.nodes().stream().filter(wanted).map(Node::host).toList());
  }
}
