package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A small world, served, with a client and a clock of its own. Node `cln-N` is host `nodeN`.
final class Play implements AutoCloseable {
  static final String CLUSTER = "ehpc-play";
  static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  static final String SMALL =
      """
      clusters:
        - id: ehpc-play
          name: 小集群
          queues:
            - {id: ehpcq-a, partition: a, name: 默认队列, default: true}
            - {id: ehpcq-b, partition: b, name: second}
          nodes:
            - {role: login, serials: 1, id: cln-l1}
            - {role: login, serials: 2, id: cln-l2}
            - {role: controller, serials: 1, id: cln-c1}
            - {serials: 1, id: cln-1, queue: a}
            - {serials: 2, id: cln-2, queue: a}
            - {serials: 3, id: cln-3, queue: a}
            - {serials: 4, id: cln-4, queue: b}
            - {serials: 5, id: cln-5}
      """;

  /// What else there can be: another queue, jobs, accounts, a stopped and a shared cluster.
  private static final String WIDE =
      SMALL.replace(
              "    nodes:\n", "      - {id: ehpcq-c, partition: c, name: empty}\n    nodes:\n")
          + """
              most-nodes: 10
              users:
                - {name: admin, role: admin}
                - {name: wang}
              jobs:
                - {name: runs, queue: a, hosts: [node1]}
                - {name: over, queue: a, hosts: [node2], ends-in: 0s}
            - id: ehpc-off
              status: stopped
              nodes: [{role: login, serials: 1}, {role: controller, serials: 1}, {serials: 1}]
            - id: hpc-play
              type: hpc
              name: 共享集群
              queues:
                - {id: hpcq-own, partition: own, name: 自有队列}
              nodes: [{role: login, serials: 1-2}]
          software:
            - {name: CDO, version: 2.0.5, category: climate, platform: 2}
            - {name: CDO, version: 2.1.0, category: climate, platform: 2}
            - {name: GROMACS, version: '2023.1', category: chemistry, on-demand: true}
          """;

  final HandClock clock = new HandClock(START);
  final Simulator sim;
  final RawClient client;

  private Play(Scenario scenario, UnaryOperator<SimOptions> changed) {
    SimOptions options = SimOptions.defaults().withWorld(clock).withWall(clock);
    this.sim = Simulator.start(scenario, changed.apply(options));
    this.client = new RawClient(sim, clock);
  }

  static Play small() {
    return with("", options -> options);
  }

  static Play of(String yaml) {
    return new Play(ScenarioFile.parse("given", yaml), options -> options);
  }

  /// The small world and more: every endpoint has something to work on.
  static Play wide() {
    return wide(options -> options);
  }

  static Play wide(UnaryOperator<SimOptions> changed) {
    return new Play(ScenarioFile.parse("wide", WIDE), changed);
  }

  static Play with(UnaryOperator<SimOptions> changed) {
    return with("", changed);
  }

  /// The small world with jobs, each a line of YAML.
  static Play withJobs(String... jobs) {
    return with("    jobs: [" + String.join(", ", jobs) + "]\n", options -> options);
  }

  private static Play with(String more, UnaryOperator<SimOptions> changed) {
    return new Play(ScenarioFile.parse("small", SMALL + more), changed);
  }

  void wait(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  JsonNode delete(String... ids) {
    return client.post(
        "/cluster/deleteNodes",
        "{'cluster_id': 'ehpc-play', 'node_ids': ['" + String.join("', '", ids) + "']}");
  }

  JsonNode remove(String queue, String serials) {
    return client.post("/queue/ehpc/removeNodes", members(queue, serials));
  }

  JsonNode join(String queue, String serials) {
    return client.post("/queue/ehpc/addNodes", members(queue, serials));
  }

  private static String members(String queue, String serials) {
    return "{'cluster_id': 'ehpc-play', 'hpcqueue_id': '"
        + queue
        + "', 'nodelist': "
        + serials
        + "}";
  }

  JsonNode addNodes(String more) {
    return client.post("/cluster/addNodes", "{'cluster_id': 'ehpc-play'" + more + "}");
  }

  List<JsonNode> nodes() {
    return rows(client.get("/cluster/listNodes", "cluster_id", CLUSTER), "hpc_app_nodes_set");
  }

  JsonNode node(String id) {
    return nodes().stream()
        .filter(node -> node.path("node_id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  List<String> nodeIds() {
    return nodes().stream().map(node -> node.path("node_id").asString()).toList();
  }

  JsonNode queue(String id) {
    JsonNode reply =
        client.post(
            "/queue/ehpc/getQueueList", "{'cluster_id': 'ehpc-play', 'queue_ids': ['" + id + "']}");
    return reply.path("hpc_queue_set").path(0);
  }

  String serials(String queue) {
    return queue(queue).path("nodelist").toString();
  }

  JsonNode operation(JsonNode accepted) {
    return client
        .get("/operation", "job_ids", accepted.path("job_id").asString())
        .path("job_set")
        .path(0);
  }

  JsonNode job(String name) {
    return rows(client.get("/job/list", "cluster_id", CLUSTER, "limit", "100"), "hpc_job_set")
        .stream()
        .filter(job -> job.path("job_name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<JsonNode> rows(JsonNode reply, String set) {
    return StreamSupport.stream(reply.path(set).spliterator(), false).toList();
  }

  static int code(JsonNode reply) {
    return reply.path("ret_code").asInt(-1);
  }

  @Override
  public void close() {
    client.close();
    sim.close();
  }
}
