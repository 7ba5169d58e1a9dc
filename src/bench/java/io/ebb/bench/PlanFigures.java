package io.ebb.bench;

import io.ebb.api.Budget;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How long it takes to plan the retirement of many nodes, once they are listed.
final class PlanFigures {
  private static final Duration MOST = Duration.ofMillis(200);
  private static final int AIMED = 10_000;
  private static final int NODES_OF_A_QUEUE = 200;
  private static final int MOST_CALLS = 1_000_000;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private PlanFigures() {}

  static void print(boolean quick) {
    System.out.printf("%nPlanning, after listing: half of the nodes of each queue%n");
    System.out.printf("%-36s%9s%11s   %s%n", "", "p50", "p95", "at most 200 ms for 10,000");
    int times = quick ? 10 : 40;
    measure(1_000, times); // to warm up
    for (int nodes : new int[] {1_000, AIMED}) {
      Samples samples = measure(nodes, times);
      System.out.printf(
          "%-36s%6d ms%8d ms   %s%n",
          "%,d of %,d nodes, %d queues".formatted(nodes, 2 * nodes, 2 * nodes / NODES_OF_A_QUEUE),
          samples.median().toMillis(),
          samples.percentile(95).toMillis(),
          nodes < AIMED ? "no aim" : Aim.verdict(samples.median().compareTo(MOST) < 0));
    }
  }

  private static Samples measure(int nodes, int times) {
    Snapshot snapshot = snapshot(2 * nodes);
    Samples samples = new Samples(times);
    for (int i = 0; i < times; i++) {
      samples.take(() -> check(plan(snapshot), nodes));
    }
    return samples;
  }

  /// The first half of each queue is to go, and all of that is allowed.
  static Plan plan(Snapshot snapshot) {
    List<Node> targets =
        snapshot.nodes().stream()
            .filter(node -> node.role() == Role.COMPUTE)
            .filter(node -> node.serial() % NODES_OF_A_QUEUE < NODES_OF_A_QUEUE / 2)
            .toList();
    Budget budget = new Budget(MOST_CALLS, 0, 0, null);
    return Planner.retire(snapshot, targets, RetireOptions.defaults(), budget, NOW);
  }

  private static void check(Plan plan, int nodes) {
    if (!plan.applicable() || plan.targets().size() != nodes) {
      throw new IllegalStateException("the plan is not the one wanted: " + plan.violations());
    }
  }

  /// So many compute nodes; of the half of a queue that stays, every eighth runs a job.
  static Snapshot snapshot(int compute) {
    List<Node> nodes = new ArrayList<>();
    List<Queue> queues = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    nodes.add(node(Role.CONTROLLER, 1, null));
    nodes.add(node(Role.LOGIN, 1, null));
    for (int first = 0; first < compute; first += NODES_OF_A_QUEUE) {
      String id = "ehpcq-%08d".formatted(first);
      List<Integer> serials = new ArrayList<>();
      for (int serial = first; serial < first + NODES_OF_A_QUEUE; serial++) {
        serials.add(serial);
        nodes.add(node(Role.COMPUTE, serial, id));
        if (serial % NODES_OF_A_QUEUE >= NODES_OF_A_QUEUE / 2 && serial % 8 == 0) {
          jobs.add(job(serial, id));
        }
      }
      queues.add(new Queue(id, id, "q" + first, first == 0, "", serials));
    }
    return new Snapshot("ehpc-bench", nodes, queues, jobs, List.of(), NOW);
  }

  private static Node node(Role role, int serial, String queue) {
    String id = "cln-%s%07d".formatted(role.label().charAt(0), serial);
    String host = role.host(serial);
    return new Node(
        id, serial, host, host, role, queue, "active", "", "healthy", "10.0.0.1", 26, 81_920, NOW);
  }

  private static Job job(int serial, String queue) {
    String number = String.valueOf(serial);
    Set<String> hosts = Set.of(Role.COMPUTE.host(serial));
    return new Job("hpcjob-" + number, number, "job", "running", queue, hosts, "demo", NOW);
  }
}
