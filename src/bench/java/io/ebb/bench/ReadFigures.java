package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.api.EhpcApi;
import io.ebb.api.NodesApi;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// The wall time of one read, a page of 100 nodes, through Ebb's binding and by the bare client, in
/// turn, one thread. Beside the simulator, the other end is one that costs next to nothing: there
/// the ratio is not flattered by the time that the simulator takes.
final class ReadFigures {
  private static final double MOST = 1.25;
  private static final Work WORK = new Work(100, 2, 1);
  private static final String CLUSTER = WORK.clusterIds().getFirst();

  private ReadFigures() {}

  static void print(boolean quick) {
    SimOptions options = SimOptions.defaults().withCallQuota(Integer.MAX_VALUE);
    try (Simulator simulator = Simulator.start(WORK.scenario(), options);
        Replay replay = Replay.of(Service.of(simulator))) {
      System.out.printf("%nOne read, a page of 100 nodes, in microseconds%n");
      System.out.printf(
          "%-36s%9s%11s%9s%11s%9s   %s%n",
          "", "bare p50", "p95", "Ebb p50", "p95", "ratio", "at most " + MOST);
      print("from stored replies", replay.service(), quick ? 1_000 : 4_000);
      print("from the simulator", Service.of(simulator), quick ? 300 : 1_000);
    }
  }

  private static void print(String name, Service service, int times) {
    Samples bare = new Samples(times);
    Samples bound = new Samples(times);
    try (Bare client = new Bare(service, Clock.systemUTC());
        Ebb ebb = EbbClient.connect(service)) {
      measure(client, ebb.api(), new Samples(times), new Samples(times), times); // to warm up
      measure(client, ebb.api(), bare, bound, times);
    }
    double ratio = (double) bound.median().toNanos() / bare.median().toNanos();
    System.out.printf(
        "%-36s%,9d%,11d%,9d%,11d%9.2f   %s%n",
        name + ", " + times + " times",
        micros(bare.median()),
        micros(bare.percentile(95)),
        micros(bound.median()),
        micros(bound.percentile(95)),
        ratio,
        Aim.verdict(ratio <= MOST));
  }

  private static void measure(Bare client, EhpcApi api, Samples bare, Samples bound, int times) {
    Map<String, String> params = Map.of("cluster_id", CLUSTER, "offset", "0", "limit", "100");
    NodesApi.Query query = new NodesApi.Query(CLUSTER, 0, 100);
    for (int i = 0; i < times; i++) {
      bare.take(() ->
          whole(client.get("/api/cluster/listNodes", params, Wire.Nodes.class).items().size()));
      bound.take(() -> whole(api.nodes().list(query).items().size()));
    }
  }

  private static void whole(int items) {
    if (items != 100) {
      throw new IllegalStateException("a page of " + items + " nodes");
    }
  }

  private static long micros(Duration span) {
    return span.toNanos() / 1_000;
  }
}
