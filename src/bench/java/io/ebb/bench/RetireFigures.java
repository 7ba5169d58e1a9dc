package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.plan.Batches;
import io.ebb.sim.Call;
import io.ebb.sim.Change;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How many calls it takes to retire nodes. The service counts them, and what was done is checked
/// by its own log of changes; time is virtual, so the figures are exact.
final class RetireFigures {
  private static final List<Work> ALL =
      List.of(new Work(40, 4, 1), new Work(400, 10, 1), new Work(5_000, 50, 5));

  private static final int TIMES_FEWER = 10;
  private static final int FEWER_FROM = 400;

  private RetireFigures() {}

  static void print(boolean quick) {
    System.out.printf("%nAPI calls to retire nodes, by the log of the service%n");
    System.out.printf(
        "%-36s%9s%13s%10s%12s   %s%n",
        "", "(a) plain", "(b) careful", "Ebb all", "Ebb 1,2,4", "Ebb all <= (b), 10 times < (a)");
    for (Work work : quick ? ALL.subList(0, 2) : ALL) {
      print(work);
    }
  }

  private static void print(Work work) {
    long plain = calls(work, Contender.PLAIN).size();
    List<Call> careful = calls(work, Contender.CAREFUL);
    List<Call> atOnce = calls(work, Contender.EBB_AT_ONCE);
    long doubling = calls(work, Contender.EBB_DOUBLING).size();
    boolean fewer = atOnce.size() * TIMES_FEWER <= plain;
    System.out.printf(
        "%-36s%,9d%,13d%,10d%,12d   %s, %s%n",
        "%,d nodes, %d queues, %d cluster%s"
            .formatted(
                work.nodes(), work.queues(), work.clusters(), work.clusters() == 1 ? "" : "s"),
        plain,
        careful.size(),
        atOnce.size(),
        doubling,
        Aim.verdict(atOnce.size() <= careful.size()),
        work.nodes() < FEWER_FROM ? "no aim" : Aim.verdict(fewer));
    System.out.printf("  (b): %s%n  Ebb: %s%n", kinds(careful), kinds(atOnce));
  }

  /// How many calls of each endpoint, for example `3 listNodes, 1 deleteNodes`.
  private static String kinds(List<Call> calls) {
    Map<String, Long> kinds =
        calls.stream()
            .collect(Collectors.groupingBy(Call::path, TreeMap::new, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private enum Contender {
    PLAIN,
    CAREFUL,
    EBB_AT_ONCE,
    EBB_DOUBLING
  }

  /// The calls that the contender makes in a fresh world.
  private static List<Call> calls(Work work, Contender contender) {
    TurnedClock clock = new TurnedClock();
    SimOptions options =
        SimOptions.defaults().withWorld(clock).withWall(clock).withCallQuota(Integer.MAX_VALUE);
    try (Simulator simulator = Simulator.start(work.scenario(), options)) {
      Set<String> wanted = nodeIds(work, simulator);
      retire(work, contender, Service.of(simulator), clock);
      check(contender, simulator, wanted);
      return simulator.calls();
    }
  }

  private static void retire(Work work, Contender contender, Service service, TurnedClock clock) {
    try (Bare bare = new Bare(service, clock);
        Ebb ebb = EbbClient.connect(service, clock)) {
      Client client =
          switch (contender) {
            case PLAIN -> new PlainClient(bare, clock);
            case CAREFUL -> new CarefulClient(bare, clock);
            case EBB_AT_ONCE -> new EbbClient(ebb, Batches.parse("all"));
            case EBB_DOUBLING -> new EbbClient(ebb, ebb.defaults().batch());
          };
      work.clusterIds().forEach(cluster -> client.retire(cluster, work.serials()));
    }
  }

  private static Set<String> nodeIds(Work work, Simulator simulator) {
    Set<String> ids = new TreeSet<>();
    for (String cluster : work.clusterIds()) {
      work.serials().forEach(serial -> ids.add(simulator.world().nodeId(cluster, "node" + serial)));
    }
    return ids;
  }

  /// Exactly the nodes named have left their queues and are deleted, and no job was lost.
  private static void check(Contender contender, Simulator simulator, Set<String> wanted) {
    List<String> wrong = new ArrayList<>();
    if (!subjects(simulator, Change.Kind.NODE_DELETED).equals(wanted)) {
      wrong.add("has not deleted exactly the nodes named");
    }
    if (!subjects(simulator, Change.Kind.NODE_LEFT).equals(wanted)) {
      wrong.add("has not taken exactly the nodes named out of their queues");
    }
    Collection<String> lost = simulator.lostJobs();
    if (!lost.isEmpty()) {
      wrong.add("has lost jobs " + lost);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(contender + " " + String.join(" and ", wrong));
    }
  }

  private static Set<String> subjects(Simulator simulator, Change.Kind kind) {
    return simulator.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(Change::subject)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
