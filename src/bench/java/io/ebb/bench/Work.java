package io.ebb.bench;

import io.ebb.sim.Scenario;
import io.ebb.sim.Serials;
import io.ebb.sim.SimRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Nodes to retire: the first half of each queue of each cluster, idle. Of the other half, every
/// eighth node runs a job.
///
/// @param nodes how many in all
/// @param queues in how many queues, of equal size
/// @param clusters over how many clusters, of equal size
record Work(int nodes, int queues, int clusters) {

  List<String> clusterIds() {
    return IntStream.rangeClosed(1, clusters).mapToObj(number -> "ehpc-bench" + number).toList();
  }

  /// The serials to retire, the same in each cluster.
  SortedSet<Integer> serials() {
    SortedSet<Integer> serials = new TreeSet<>();
    for (int queue = 0; queue < queuesOfACluster(); queue++) {
      int before = queue * sizeOfAQueue();
      IntStream.rangeClosed(1, sizeOfAQueue() / 2).forEach(i -> serials.add(before + i));
    }
    return serials;
  }

  Scenario scenario() {
    return new Scenario(null, null, null, null, clusterIds().stream().map(this::cluster).toList());
  }

  private int queuesOfACluster() {
    return queues / clusters;
  }

  private int sizeOfAQueue() {
    return 2 * nodes / queues;
  }

  private Scenario.Cluster cluster(String id) {
    List<Scenario.Queue> all = new ArrayList<>();
    List<Scenario.Nodes> groups = new ArrayList<>();
    List<Scenario.Job> jobs = new ArrayList<>();
    groups.add(group(SimRole.LOGIN, null, 1, 1));
    groups.add(group(SimRole.CONTROLLER, null, 1, 1));
    for (int queue = 0; queue < queuesOfACluster(); queue++) {
      String name = "q" + queue;
      int first = queue * sizeOfAQueue() + 1;
      all.add(new Scenario.Queue("ehpcq-" + name, null, name, queue == 0));
      groups.add(group(SimRole.COMPUTE, name, first, first + sizeOfAQueue() - 1));
      busy(first).forEach(host -> jobs.add(Scenario.Job.running(host, name, List.of(host))));
    }
    return new Scenario.Cluster(id, null, null, all, groups, jobs);
  }

  private Stream<String> busy(int first) {
    return IntStream.range(sizeOfAQueue() / 2, sizeOfAQueue())
        .filter(i -> i % 8 == 0)
        .mapToObj(i -> "node" + (first + i));
  }

  private static Scenario.Nodes group(SimRole role, String queue, int first, int last) {
    Serials serials = new Serials(IntStream.rangeClosed(first, last).boxed().toList());
    return new Scenario.Nodes(
        role, serials, null, null, queue, "healthy", 26, 81_920, Duration.ofDays(30));
  }
}
