package io.ebb.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds contradictions in a scenario before a world is made of it.
final class ScenarioCheck {
  private final Set<String> partitions = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  /// @throws IllegalArgumentException naming what is wrong
  static void check(
      List<Scenario.Queue> queues, List<Scenario.Nodes> nodes, List<Scenario.Job> jobs) {
    ScenarioCheck check = new ScenarioCheck();
    queues.forEach(check::queue);
    nodes.forEach(check::nodes);
    jobs.forEach(check::job);
  }

  private void queue(Scenario.Queue queue) {
    once(partitions, queue.partition(), "partition");
    if (queue.id() != null) {
      once(ids, queue.id(), "id");
    }
  }

  private static void once(Set<String> seen, String name, String what) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException(what + " [" + name + "] is there twice");
    }
  }

  private void nodes(Scenario.Nodes nodes) {
    for (int serial : nodes.serials().numbers()) {
      once(hosts, nodes.role().host(serial), "node");
    }
    if (nodes.id() != null) {
      once(ids, nodes.id(), "id");
    }
    String queue = nodes.queue();
    if (queue != null) {
      partition(queue);
      if (nodes.role() != SimRole.COMPUTE) {
        throw new IllegalArgumentException("only compute nodes can be in queue [" + queue + "]");
      }
    }
  }

  private void job(Scenario.Job job) {
    partition(job.queue());
    for (String host : job.hosts()) {
      if (!hosts.contains(host)) {
        throw new IllegalArgumentException(
            "job [" + job.name() + "] names the unknown host [" + host + "]");
      }
    }
  }

  private void partition(String name) {
    if (!partitions.contains(name)) {
      throw new IllegalArgumentException("no queue has the partition [" + name + "]");
    }
  }
}
