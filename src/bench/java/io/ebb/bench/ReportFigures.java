package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.report.Report;
import io.ebb.report.html.HtmlReport;
import io.ebb.run.Journal;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;

/// How long it takes to make the report of a run of many nodes from its journal, and how large its
/// page is: the first one, as a command makes it, and the next ones.
final class ReportFigures {
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final int MOST_BYTES = 3_000_000;
  private static final Work WORK = new Work(2_000, 10, 1);

  private ReportFigures() {}

  static void print(boolean quick) {
    System.out.printf("%nThe report of a run, as one page of HTML%n");
    TurnedClock clock = new TurnedClock();
    SimOptions options =
        SimOptions.defaults().withWorld(clock).withWall(clock).withCallQuota(Integer.MAX_VALUE);
    try (Simulator simulator = Simulator.start(WORK.scenario(), options);
        Ebb ebb = EbbClient.connect(Service.of(simulator), clock)) {
      EbbClient client = new EbbClient(ebb, ebb.defaults().batch());
      WORK.clusterIds().forEach(cluster -> client.retire(cluster, WORK.serials()));
      print(ebb.journal(), clock, quick ? 5 : 20);
    }
  }

  private static void print(Journal journal, TurnedClock clock, int times) {
    String run = journal.heads(1).getFirst().id();
    long start = System.nanoTime();
    String page = page(run, journal, clock);
    Duration first = Duration.ofNanos(System.nanoTime() - start);
    Samples samples = new Samples(times);
    for (int i = 0; i < times; i++) {
      samples.take(() -> check(page(run, journal, clock), page));
    }
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    System.out.printf(
        "%-36sfirst %d ms, then p50 %d ms; at most %d s: %s; %,d bytes, at most %,d: %s%n",
        "%,d nodes, %d queues".formatted(WORK.nodes(), WORK.queues()),
        first.toMillis(),
        samples.median().toMillis(),
        MOST.toSeconds(),
        Aim.verdict(first.compareTo(MOST) < 0),
        bytes,
        MOST_BYTES,
        Aim.verdict(bytes < MOST_BYTES));
  }

  private static String page(String run, Journal journal, TurnedClock clock) {
    return HtmlReport.of(Report.of(run, journal, clock.instant()), ZoneOffset.UTC);
  }

  private static void check(String again, String page) {
    if (!again.equals(page)) {
      throw new IllegalStateException("the same run has two reports");
    }
  }
}
