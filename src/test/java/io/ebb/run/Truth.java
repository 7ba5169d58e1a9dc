package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.sim.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What really happened in a simulated cluster, by the world's own log, and what of it must never
/// happen. It follows the log change by change, so that what must hold is looked at at every
/// instant, not only in the end.
///
/// Whatever an operation does is taken for Ebb's doing, unless the operation is known to be
/// somebody else's; what is done without one, behind the service's back, never is.
public final class Truth {
  private final Set<String> targets;
  private final Set<String> others;
  private final Map<String, Role> alive = new HashMap<>();

  /// By node, the queue it is in.
  private final Map<String, String> queues = new HashMap<>();

  private final Map<String, Integer> deleted = new HashMap<>();
  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Integer> joined = new HashMap<>();

  /// The nodes that somebody else has moved.
  private final Set<String> moved = new HashSet<>();

  private final List<String> violations = new ArrayList<>();

  /// Follows the log.
  ///
  /// @param before the cluster at its beginning
  /// @param changes the whole log of its world
  /// @param targets the ids of the nodes that Ebb may change
  /// @param others the ids of operations that somebody else has begun
  public Truth(Snapshot before, List<Change> changes, Set<String> targets, Set<String> others) {
    this.targets = targets;
    this.others = others;
    before.nodes().forEach(this::begin);
    changes.forEach(this::follow);
  }

  private void begin(Node node) {
    alive.put(node.id(), node.role());
    put(node.id(), node.queue());
  }

  private void put(String node, @Nullable String queue) {
    if (queue == null || queue.isEmpty()) {
      queues.remove(node);
    } else {
      queues.put(node, queue);
    }
  }

  /// What happened that must never happen, in words; empty when all was well.
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /// How often Ebb has deleted the node.
  public int deleted(String node) {
    return deleted.getOrDefault(node, 0);
  }

  /// How often Ebb has taken the node out of a queue.
  public int left(String node) {
    return left.getOrDefault(node, 0);
  }

  /// Whether the node exists in the end.
  public boolean exists(String node) {
    return alive.containsKey(node);
  }

  /// The queue that the node is in in the end.
  public Optional<String> queue(String node) {
    return Optional.ofNullable(queues.get(node));
  }

  private void follow(Change change) {
    String node = change.subject();
    switch (change.kind()) {
      case NODE_CREATED -> alive.putIfAbsent(node, Role.LOGIN); // compute nodes join a queue next
      case NODE_JOINED -> join(node, change);
      case NODE_LEFT -> leave(node, change);
      case NODE_DELETED -> delete(node, change);
      case JOB_LOST -> {
        if (ours(change)) {
          violate(change, "lost job " + node);
        }
      }
      case JOB_STARTED,
          JOB_FINISHED,
          JOB_CANCELLED,
          CLUSTER_CREATED,
          CLUSTER_DELETED,
          OPERATION_STARTED,
          OPERATION_SUCCEEDED,
          OPERATION_FAILED -> {}
    }
  }

  private void join(String node, Change change) {
    alive.put(node, Role.COMPUTE);
    put(node, change.queue());
    joined.merge(node, 1, Integer::sum);
    touch(node, change);
  }

  private void leave(String node, Change change) {
    put(node, null);
    touch(node, change);
    if (ours(change)) {
      if (left.merge(node, 1, Integer::sum) > 1 + joined.getOrDefault(node, 0)) {
        violate(change, node + " left its queue again, without having come back");
      }
      keepQueued(change);
    }
  }

  private void delete(String node, Change change) {
    Role role = alive.remove(node);
    put(node, null);
    touch(node, change);
    if (!ours(change)) {
      return;
    }
    if (deleted.merge(node, 1, Integer::sum) > 1) {
      violate(change, node + " was deleted again");
    }
    if (!change.queue().isEmpty() && !moved.contains(node)) {
      violate(change, node + " was deleted while it was in queue " + change.queue());
    }
    if (role != null && !alive.containsValue(role)) {
      violate(change, "no " + role.label() + " node is left");
    }
    keepQueued(change);
  }

  private void keepQueued(Change change) {
    if (queues.keySet().stream().noneMatch(alive::containsKey)) {
      violate(change, "no queue has a compute node left");
    }
  }

  private void touch(String node, Change change) {
    if (!ours(change)) {
      moved.add(node);
    } else if (!targets.contains(node)) {
      violate(change, node + " is no target, and was changed");
    }
  }

  private boolean ours(Change change) {
    return !change.operation().isEmpty() && !others.contains(change.operation());
  }

  private void violate(Change change, String what) {
    violations.add("%s %s: %s".formatted(change.at(), change.operation(), what));
  }

  /// What a run says of its nodes and the world does not; empty when it tells the truth.
  ///
  /// @param run what the run says came of it
  /// @param home the queue that each target was in, by its id
  public List<String> contradictions(Run run, Map<String, String> home) {
    return run.nodes().stream()
        .filter(node -> node.outcome() == Outcome.RETIRED || !moved.contains(node.id()))
        .filter(node -> !isSo(node, home.get(node.id())))
        .map(node ->
            "%s is %s, but %s"
                .formatted(node.host(), node.outcome().name(), whereabouts(node.id())))
        .toList();
  }

  private boolean isSo(NodeOutcome node, @Nullable String home) {
    return switch (node.outcome()) {
      case RETIRED -> !exists(node.id());
      case KEPT, UNTOUCHED ->
          exists(node.id()) && Objects.equals(queue(node.id()).orElse(null), home);
      case FAILED -> exists(node.id());
      case UNKNOWN -> true;
      case OPEN -> false;
    };
  }

  private String whereabouts(String node) {
    if (!exists(node)) {
      return "it is gone";
    }
    return "it is there, in " + queue(node).map(name -> "queue " + name).orElse("no queue");
  }
}
