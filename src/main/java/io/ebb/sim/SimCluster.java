package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cluster of the world: its nodes, queues, jobs and users, and what must hold among them.
final class SimCluster extends Thing {

  /// What never changes.
  ///
  /// @param appId the AppCenter id, `cl-…`
  /// @param mostNodes how many nodes there is room for
  record Facts(String id, String appId, ClusterType type, Instant createdAt, int mostNodes) {}

  private final Facts facts;
  private final Map<String, SimNode> nodes = new LinkedHashMap<>();
  private final Map<String, SimNode> hosts = new HashMap<>();
  private final Map<SimRole, Integer> lastSerials = new EnumMap<>(SimRole.class);
  private final List<SimQueue> queues = new ArrayList<>();
  private final List<SimUser> users = new ArrayList<>();
  private final SimJobs jobs = new SimJobs();
  private String name;
  private String description = "";
  private ClusterStatus status;

  SimCluster(Facts facts, String name, ClusterStatus status) {
    this.facts = facts;
    this.name = name;
    this.status = status;
  }

  Facts facts() {
    return facts;
  }

  @Override
  String id() {
    return facts.id();
  }

  ClusterType type() {
    return facts.type();
  }

  String name() {
    return name;
  }

  void rename(String other) {
    name = other;
  }

  /// Empty for none.
  String description() {
    return description;
  }

  void describe(String text) {
    description = text;
  }

  ClusterStatus status() {
    return status;
  }

  void become(ClusterStatus other) {
    status = other;
  }

  boolean usable() {
    return status == ClusterStatus.ACTIVE && idle();
  }

  /// @throws Refusal 1400 unless it is active and not in transition itself
  void requireUsable() {
    requireIdle();
    if (!usable()) {
      throw Refusal.conflict("cluster [" + id() + "] is " + status.wire() + ", not active");
    }
  }

  /// @throws Refusal 5200 when there is no room for so many more nodes
  void requireRoomFor(int more) {
    if (nodes.size() + more > facts.mostNodes()) {
      throw Refusal.exhausted("cluster [" + id() + "] has room for " + facts.mostNodes());
    }
  }

  List<SimNode> nodes() {
    return List.copyOf(nodes.values());
  }

  int nodeCount() {
    return nodes.size();
  }

  List<SimQueue> queues() {
    return queues;
  }

  List<SimUser> users() {
    return users;
  }

  SimJobs jobs() {
    return jobs;
  }

  void add(SimNode node) {
    nodes.put(node.id(), node);
    hosts.put(node.host(), node);
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

  /// The node with that host name, for example `node12`.
  Optional<SimNode> host(String host) {
    return Optional.ofNullable(hosts.get(host));
  }

  /// A compute node by serial, or leniently by id.
  SimNode computeNode(String serialOrId) {
    return host(SimRole.COMPUTE.host(serialOrId))
        .or(() -> Optional.ofNullable(nodes.get(serialOrId)))
        .filter(node -> node.is(SimRole.COMPUTE))
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
    return queues.stream().filter(queue -> queue.facts().isDefault()).findFirst();
  }

  SimUser user(String username) {
    return users.stream()
        .filter(user -> user.name().equals(username))
        .findFirst()
        .orElseThrow(() -> Refusal.noAccount(username));
  }

  /// Ends the node, and with it the jobs that still ran on it.
  void delete(SimNode node, Log log) {
    loseJobs(node, log);
    log.node(Kind.NODE_DELETED, node);
    forget(node);
  }

  /// Forgets a node that never came to be.
  void forget(SimNode node) {
    node.leaveQueue();
    nodes.remove(node.id());
    hosts.remove(node.host());
  }

  /// Ends the jobs that run on the node.
  void loseJobs(SimNode node, Log log) {
    jobs.live().stream().filter(job -> job.runsOn(node.host())).forEach(job -> lose(job, log));
  }

  /// Stops everything in it; running jobs end by it.
  void stop(Log log) {
    become(ClusterStatus.STOPPED);
    nodes.values().forEach(node -> node.stop(log.at()));
    jobs.live().stream().filter(SimJob::running).forEach(job -> lose(job, log));
  }

  private static void lose(SimJob job, Log log) {
    job.exit(log.at());
    log.job(Kind.JOB_LOST, job);
  }
}
