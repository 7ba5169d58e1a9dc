package io.ebb.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds contradictions in a scenario before a world is made of it.
final class ScenarioCheck {
  private final ClusterType type;
  private final Set<String> partitions = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();

  private ScenarioCheck(ClusterType type) {
    this.type = type;
    if (type == ClusterType.HPC) {
      SharedQueue.ALL.forEach(shared -> partitions.add(shared.partition()));
    }
  }

  /// @throws IllegalArgumentException naming what is wrong
  static void check(
      ClusterType type,
      List<Scenario.Queue> queues,
      List<Scenario.Nodes> nodes,
      List<Scenario.Job> jobs,
      List<Scenario.User> users) {
    ScenarioCheck check = new ScenarioCheck(type);
    queues.forEach(check::queue);
    nodes.forEach(check::nodes);
    jobs.forEach(check::job);
    users.forEach(user -> once(check.accounts, user.name(), "user"));
    if (users.stream().noneMatch(user -> user.role().equals(SimUser.ADMIN))) {
      throw new IllegalArgumentException("no user has the role [admin]");
    }
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
    if (!type.roles().contains(nodes.role())) {
      throw new IllegalArgumentException(
          "a cluster of type [" + type.wire() + "] has no " + nodes.role().wire() + " nodes");
    }
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
