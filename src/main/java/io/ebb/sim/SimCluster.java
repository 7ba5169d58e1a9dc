package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A dedicated cluster of the world: its nodes, queues and jobs, and what must hold among them.
final class SimCluster {
  private final String id;
  private final String appId;
  private final String name;
  private final Instant createdAt;
  private final Map<String, SimNode> nodes = new LinkedHashMap<>();
  private final List<SimQueue> queues = new ArrayList<>();
  private final List<SimJob> jobs = new ArrayList<>();
  private final Map<SimRole, Integer> lastSerials = new EnumMap<>(SimRole.class);

  SimCluster(String id, String appId, String name, Instant createdAt) {
    this.id = id;
    this.appId = appId;
    this.name = name;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  /// The AppCenter id, `cl-…`.
  String appId() {
    return appId;
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }

  List<SimNode> nodes() {
    return List.copyOf(nodes.values());
  }

  List<SimQueue> queues() {
    return queues;
  }

  List<SimJob> jobs() {
    return jobs;
  }

  void add(SimNode node) {
    nodes.put(node.id(), node);
    lastSerials.merge(node.facts().role(), node.facts().serial(), Math::max);
  }

  /// The first serial never given out.
  int nextSerial(SimRole role) {
    return lastSerials.getOrDefault(role, 0) + 1;
  }

  SimNode node(String nodeId) {
    return Optional.ofNullable(nodes.get(nodeId))
        .orElseThrow(() -> Refusal.notFound("node", nodeId));
  }

  /// A compute node by serial, or leniently by id.
  SimNode computeNode(String serialOrId) {
    return nodes.values().stream()
        .filter(node -> node.is(SimRole.COMPUTE))
        .filter(node ->
            serialOrId.equals(String.valueOf(node.facts().serial()))
                || serialOrId.equals(node.id()))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("compute node", serialOrId));
  }

  boolean has(SimNode node) {
    return nodes.containsKey(node.id());
  }

  SimQueue queue(String queueId) {
    return queues.stream()
        .filter(queue -> queue.id().equals(queueId))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("queue", queueId));
  }

  /// The queue with that id, display name or partition.
  SimQueue queueOf(String word) {
    return queues.stream()
        .filter(queue -> queue.isCalled(word))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("queue", word));
  }

  Optional<SimQueue> defaultQueue() {
    return queues.stream().filter(SimQueue::isDefault).findFirst();
  }

  List<SimNode> members(SimQueue queue) {
    return nodes.values().stream().filter(node -> node.isIn(queue)).toList();
  }

  /// Ends the node, and with it the jobs that still ran on it.
  void delete(SimNode node, Log log) {
    for (SimJob job : jobs) {
      if (job.runsOn(node.host())) {
        job.exit(log.at());
        log.job(Kind.JOB_LOST, job);
      }
    }
    nodes.remove(node.id());
    log.node(Kind.NODE_DELETED, node);
  }

  /// Forgets a node that never came to be.
  void forget(SimNode node) {
    nodes.remove(node.id());
  }

  /// Whether all hosts of the job are in its queue now.
  boolean hasRoomFor(SimJob job) {
    return job.facts().hosts().stream()
        .allMatch(host ->
            members(job.facts().queue()).stream().anyMatch(node -> node.host().equals(host)));
  }
}
