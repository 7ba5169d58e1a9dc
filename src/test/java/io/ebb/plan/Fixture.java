package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small cluster to plan with: a login node, a controller, and compute nodes in two queues.
final class Fixture {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final String CLUSTER = "ehpc-1";

  final List<Node> nodes = new ArrayList<>();
  final List<Job> jobs = new ArrayList<>();
  final List<Operation> operations = new ArrayList<>();

  /// How much of the call quota is used; little at first.
  Budget budget = new Budget(2000, 126, 100, null);

  /// What is being done to the queues; nothing at first.
  String queueTransition = "";

  /// Compute nodes 1 to `batch` in queue `q-batch`, the following up to `all` in `q-long`.
  static Fixture of(int batch, int all) {
    Fixture fixture = new Fixture();
    fixture.nodes.add(node(Role.LOGIN, 1, null));
    fixture.nodes.add(node(Role.CONTROLLER, 1, null));
    for (int serial = 1; serial <= all; serial++) {
      fixture.nodes.add(node(Role.COMPUTE, serial, serial <= batch ? "q-batch" : "q-long"));
    }
    return fixture;
  }

  static Node node(Role role, int serial, @Nullable String queue) {
    return new Node(
        "cln-" + role.host(serial),
        serial,
        role.host(serial),
        "a node",
        role,
        queue,
        "active",
        "",
        "healthy",
        "",
        26,
        81920,
        NOW);
  }

  static Node changing(Node node, String status, String transition, String health) {
    return new Node(
        node.id(),
        node.serial(),
        node.host(),
        node.name(),
        node.role(),
        node.queue(),
        status,
        transition,
        health,
        node.ip(),
        node.cpu(),
        node.memory(),
        node.createdAt());
  }

  static Job job(String id, String queue, String... hosts) {
    return new Job(id, id.substring(1), "", "running", queue, Set.of(hosts), "ann", NOW);
  }

  static Operation pending(String action, String... resources) {
    return new Operation("j-1", action, "pending", List.of(resources), "", NOW, NOW);
  }

  void replace(Node node) {
    nodes.replaceAll(other -> other.id().equals(node.id()) ? node : other);
  }

  Node host(String host) {
    return nodes.stream().filter(node -> node.host().equals(host)).findFirst().orElseThrow();
  }

  List<Node> hosts(String... hosts) {
    return List.of(hosts).stream().map(this::host).toList();
  }

  List<Node> compute(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(serial -> host("node" + serial)).toList();
  }

  Snapshot snapshot() {
    return new Snapshot(
        CLUSTER, nodes, List.of(queue("q-batch"), queue("q-long")), jobs, operations, NOW);
  }

  Plan plan(List<Node> targets, RetireOptions options) {
    return Planner.retire(snapshot(), targets, options, budget, NOW);
  }

  Plan plan(List<Node> targets) {
    return plan(targets, RetireOptions.defaults());
  }

  private Queue queue(String id) {
    List<Integer> serials =
        nodes.stream().filter(node -> id.equals(node.queue())).map(Node::serial).toList();
    return new Queue(id, id.substring(2), id.substring(2), false, queueTransition, serials);
  }
}
