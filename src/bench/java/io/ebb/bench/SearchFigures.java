package io.ebb.bench;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Target;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunQuery;
import io.ebb.run.RunState;
import io.ebb.run.SqlJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long it takes to find runs among many in a journal on the disk: each time in a journal that
/// is opened for it, as a command does, with the events of the runs that are shown.
final class SearchFigures {
  private static final Duration MOST = Duration.ofMillis(300);
  private static final int SHOWN = 20;
  private static final int NODES = 20;
  private static final int FIRST = 1;
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofMinutes(47);

  private SearchFigures() {}

  static void print(boolean quick) {
    int runs = quick ? 1_000 : 10_000;
    Path folder = JournalFigures.folder();
    try {
      System.out.printf("%nSearching a journal of %,d runs of %d nodes each%n", runs, NODES);
      fill(folder, runs);
      int _ = found(folder, RunQuery.ALL); // loading the classes is start-up
      queries(runs).forEach((name, query) -> print(folder, name, query, quick ? 5 : 20));
    } finally {
      JournalFigures.delete(folder);
    }
  }

  private static void fill(Path folder, int runs) {
    Plan plan = plan(PlanFigures.snapshot(1));
    try (Journal journal = SqlJournal.in(folder)) {
      for (int run = 0; run < runs; run++) {
        write(journal, ofRun(plan, run), BEGAN.plus(BETWEEN.multipliedBy(run)), run);
      }
    }
  }

  private static Plan plan(Snapshot snapshot) {
    List<Node> nodes =
        snapshot.nodes().stream()
            .filter(node -> node.role() == Role.COMPUTE && node.serial() >= FIRST)
            .limit(NODES)
            .toList();
    Budget budget = new Budget(100_000, 0, 0, null);
    return Planner.retire(snapshot, nodes, RetireOptions.defaults(), budget, BEGAN);
  }

  /// The same plan for other nodes, of one of ten clusters.
  private static Plan ofRun(Plan plan, int run) {
    List<Target> targets =
        plan.targets().stream()
            .map(it ->
                new Target(
                    node(run, it.serial()),
                    it.host(),
                    it.serial(),
                    it.role(),
                    it.queue(),
                    it.status(),
                    it.jobs()))
            .toList();
    return new Plan(
        "%04x".formatted(run % 0x10000),
        plan.title(),
        "ehpc-%08d".formatted(run % 10),
        plan.queues(),
        targets,
        plan.options(),
        plan.verdicts(),
        plan.batches(),
        plan.forecast(),
        plan.budget(),
        plan.madeAt(),
        plan.expiresAt());
  }

  private static String node(int run, int serial) {
    return "cln-%05d%03d".formatted(run, serial);
  }

  private static void write(Journal journal, Plan plan, Instant at, int run) {
    Lease lease = journal.begin(new Entry.Began(at, plan, run % 3 == 0 ? "anna" : "bo"), null);
    boolean failed = run % 50 == 0;
    List<NodeOutcome> nodes =
        plan.targets().stream()
            .map(it ->
                new NodeOutcome(
                    it.id(),
                    it.host(),
                    failed ? Outcome.KEPT : Outcome.RETIRED,
                    "deleted, and seen to be gone"))
            .toList();
    nodes.forEach(node -> journal.write(lease, new Entry.Settled(at, node)));
    RunState state = failed ? RunState.FAILED : RunState.DONE;
    journal.write(
        lease,
        new Entry.Ended(
            at, new Run(lease.run(), plan.id(), plan.cluster(), state, nodes, null, 30, at, at)));
  }

  private static Map<String, RunQuery> queries(int runs) {
    Map<String, RunQuery> queries = new LinkedHashMap<>();
    Instant lately = BEGAN.plus(BETWEEN.multipliedBy(runs - 20L));
    queries.put("the last 20", RunQuery.ALL);
    queries.put(
        "which run deleted a node",
        new RunQuery(
            null,
            Set.of(node(runs / 2 + 1, FIRST)),
            Set.of(Outcome.RETIRED),
            Set.of(),
            null,
            null,
            null,
            null,
            List.of()));
    queries.put(
        "failed ones of a cluster",
        new RunQuery(
            "ehpc-00000000",
            Set.of(),
            Set.of(),
            Set.of(RunState.FAILED),
            null,
            null,
            null,
            null,
            List.of()));
    queries.put(
        "interrupted ones",
        new RunQuery(
            null,
            Set.of(),
            Set.of(),
            Set.of(RunState.INTERRUPTED),
            null,
            null,
            null,
            null,
            List.of()));
    queries.put(
        "an operator's since a day",
        new RunQuery(
            null, Set.of(), Set.of(), Set.of(), null, lately, null, "anna", List.of("compute")));
    return queries;
  }

  private static void print(Path folder, String name, RunQuery query, int times) {
    Samples samples = new Samples(times);
    int[] found = {0};
    for (int i = 0; i < times; i++) {
      samples.take(() -> found[0] = found(folder, query));
    }
    System.out.printf(
        "%-36s%d found, p50 %d ms, p95 %d ms; at most %d ms: %s%n",
        name,
        found[0],
        samples.median().toMillis(),
        samples.percentile(95).toMillis(),
        MOST.toMillis(),
        Aim.verdict(samples.percentile(95).compareTo(MOST) < 0));
  }

  private static int found(Path folder, RunQuery query) {
    try (Journal journal = SqlJournal.in(folder)) {
      List<RunHead> heads = journal.find(query, SHOWN);
      return heads.stream().mapToInt(head -> journal.entries(head.id()).isEmpty() ? 0 : 1).sum();
    }
  }
}
