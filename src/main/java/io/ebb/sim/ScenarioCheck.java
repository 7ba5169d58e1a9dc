package io.ebb.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds contradictions in a scenario before a world is made of it.
final class ScenarioCheck {
  private final Set<String> partitions;
  private final Set<String> hosts = new HashSet<>();

  private ScenarioCheck(List<Scenario.Queue> queues) {
    this.partitions =
        queues.stream().map(Scenario.Queue::partition).collect(Collectors.toUnmodifiableSet());
  }

  /// @throws IllegalArgumentException naming what is wrong
  static void check(
      List<Scenario.Queue> queues, List<Scenario.Nodes> nodes, List<Scenario.Job> jobs) {
    ScenarioCheck check = new ScenarioCheck(queues);
    nodes.forEach(check::nodes);
    jobs.forEach(check::job);
  }

  private void nodes(Scenario.Nodes nodes) {
    for (int serial : nodes.serials().numbers()) {
      if (!hosts.add(nodes.role().host(serial))) {
        throw new IllegalArgumentException(
            "node [" + nodes.role().host(serial) + "] is there twice");
      }
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
