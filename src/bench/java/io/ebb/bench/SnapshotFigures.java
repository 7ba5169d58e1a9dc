package io.ebb.bench;

import com.sun.management.ThreadMXBean;
import io.ebb.Ebb;
import io.ebb.cluster.Snapshot;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a snapshot of a large cluster costs: calls, by the log of the service; time, with stored
/// replies at the other end; memory.
final class SnapshotFigures {
  private static final int PAGE = 100;
  private static final int NODES_OF_A_QUEUE = 100;
  private static final List<Integer> SIZES = List.of(1_000, 2_500, 5_000, 10_000);
  private static final int HELD = 20;
  private static final double MOST = 1.5;

  private SnapshotFigures() {}

  static void print(boolean quick) {
    System.out.printf("%nA snapshot of a cluster: nodes, queues, running jobs, operations%n");
    System.out.printf(
        "%-36s%9s%11s%9s%11s%11s%11s%n",
        "", "calls", "pages", "time", "a node", "allocated", "retained");
    measure(SIZES.getFirst(), 20); // to warm up
    List<Cost> costs = SIZES.stream().map(size -> measure(size, quick ? 4 : 10)).toList();
    costs.forEach(SnapshotFigures::print);
    double growth = costs.getLast().microsOfANode() / costs.getFirst().microsOfANode();
    long overlap = costs.getLast().calls() - costs.getLast().pages();
    System.out.printf(
        "calls = pages of 100: %s, the overlap of pages costs %d; linear, a node costs %.2f times as"
            + " much in the largest as in the smallest, at most %.1f: %s%n",
        Aim.verdict(overlap == 0), overlap, growth, MOST, Aim.verdict(growth <= MOST));
  }

  /// @param calls how many the service counted
  /// @param pages how many pages of 100 the lists fill; an empty one is a page, too
  /// @param allocated bytes that one snapshot allocates on its way
  /// @param retained bytes that a snapshot holds
  private record Cost(
      int nodes, int queues, long calls, long pages, long nanos, long allocated, long retained) {
    double microsOfANode() {
      return nanos / 1e3 / nodes;
    }
  }

  private static void print(Cost cost) {
    System.out.printf(
        "%-36s%,9d%,11d%6d ms%8.1f us%7.1f MiB%7.1f MiB%n",
        "%,d nodes, %d queues".formatted(cost.nodes(), cost.queues()),
        cost.calls(),
        cost.pages(),
        cost.nanos() / 1_000_000,
        cost.microsOfANode(),
        mebibytes(cost.allocated()),
        mebibytes(cost.retained()));
  }

  private static Cost measure(int nodes, int times) {
    int queues = nodes / NODES_OF_A_QUEUE;
    Work work = new Work(nodes / 2, queues, 1);
    String cluster = work.clusterIds().getFirst();
    SimOptions options = SimOptions.defaults().withCallQuota(Integer.MAX_VALUE);
    try (Simulator simulator = Simulator.start(work.scenario(), options);
        Replay replay = Replay.of(Service.of(simulator));
        Ebb ebb = EbbClient.connect(replay.service())) {
      Snapshot first = ebb.ehpc().snapshot(cluster);
      long calls = simulator.calls().size();
      Samples samples = new Samples(times);
      for (int i = 0; i < times; i++) {
        samples.take(() -> ebb.ehpc().snapshot(cluster));
      }
      return new Cost(
          nodes,
          queues,
          calls,
          pages(first),
          samples.median().toNanos(),
          allocated(ebb, cluster),
          retained(ebb, cluster));
    }
  }

  private static long pages(Snapshot snapshot) {
    return IntStream.of(
            snapshot.nodes().size(),
            snapshot.queues().size(),
            snapshot.jobs().size(),
            snapshot.operations().size())
        .mapToLong(size -> Math.max(1, Math.ceilDiv(size, PAGE)))
        .sum();
  }

  private static long allocated(Ebb ebb, String cluster) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    ebb.ehpc().snapshot(cluster);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static long retained(Ebb ebb, String cluster) {
    List<Snapshot> held = new ArrayList<>(HELD);
    used(); // So that what is left of the measurements before is gone.
    long before = used();
    for (int i = 0; i < HELD; i++) {
      held.add(ebb.ehpc().snapshot(cluster));
    }
    return (used() - before) / held.size();
  }

  /// Bytes of the heap in use, when what nobody holds is gone.
  private static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc(); // What the first has only let go of.
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static double mebibytes(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
