package io.ebb.report;

import io.ebb.report.Timeline.Bar;
import io.ebb.report.Timeline.Lane;
import io.ebb.run.Entry;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Lease;
import io.ebb.run.RunState;
import io.ebb.run.SimulatedRuns;
import io.ebb.run.SqlJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reports of all kinds.
public final class Samples {
  static final Instant BEGAN = Instant.parse("2026-11-21T12:00:00Z");

  private static final String RUNBOOK =
      """
      ---
      title: 下线队列 vis
      params:
        queue: {type: queue, default: vis}
        token: {type: secret, required: false}
      ---
      # Decommission a queue

      First look, **then** act.

      | step | who |
      |---|---|
      | look | Ebb |

      ```js {name=look}
      show(ehpc.cluster(params.cluster).queue(params.queue))
      ```

      ## By hand

      ```text {manual name=unplug}
      Unplug the machine.
      ```

      ```py {name=after when="False"}
      show("没有")
      ```

      ```js {name=last}
      fail()
      ```
      """;

  private Samples() {}

  private static Report of(SimulatedRuns runs) {
    try (runs) {
      return Report.of(runs.run(), runs.journal(), runs.now());
    }
  }

  /// One of each kind, small.
  public static List<Report> all() {
    return List.of(
        wellDone(),
        of(SimulatedRuns.oneKept()),
        of(SimulatedRuns.withTrouble()),
        of(SimulatedRuns.killed()),
        of(SimulatedRuns.killedAndResumed()),
        SimulatedRuns.whileDraining(Samples::seen),
        runbook(),
        script(),
        session());
  }

  private static Report seen(SimulatedRuns runs) {
    return Report.of(runs.run(), runs.journal(), runs.now());
  }

  /// A run of three nodes that went well.
  public static Report wellDone() {
    return of(SimulatedRuns.wellDone());
  }

  /// A run of 2,000 nodes.
  public static Report ofMany() {
    return of(SimulatedRuns.wellDone(2_000));
  }

  /// The same report, as if everybody whose words get into it meant harm.
  public static Report hostile(Report report) {
    return Hostile.of(report);
  }

  /// The same report, as if each node had taken a little longer than the one before, with a retry.
  public static Report scattered(Report report) {
    List<Lane> lanes = new ArrayList<>();
    for (Lane lane : report.timeline().lanes()) {
      Duration later = Duration.ofMillis(lanes.size());
      List<Bar> bars =
          lane.bars().stream()
              .map(bar -> new Bar(bar.phase(), bar.from(), bar.to().plus(later), false, bar.note()))
              .toList();
      List<Timeline.Mark> marks =
          List.of(new Timeline.Mark(lane.bars().getFirst().to(), false, "ret_code 5100: busy"));
      lanes.add(
          new Lane(
              lane.run(), lane.node(), lane.host(), bars, marks, lane.noReturn(), lane.outcome()));
    }
    Timeline timeline = report.timeline();
    return new Report(
        report.cover(),
        report.parameters(),
        report.next(),
        report.plans(),
        report.nodes(),
        new Timeline(timeline.from(), timeline.to(), lanes, timeline.gaps()),
        report.queues(),
        report.calls(),
        report.sent(),
        report.decisions(),
        report.problems(),
        report.spells(),
        report.steps(),
        report.story(),
        report.seals());
  }

  /// A runbook whose last block has failed.
  public static Report runbook() {
    try (SqlJournal journal = SqlJournal.inMemory(() -> BEGAN)) {
      Lease lease = journal.begin(first("markdown", "下线.md", RUNBOOK), null);
      List<Entry> entries =
          List.of(
              new Entry.BlockBegan(at(1), 1, "look"),
              new Entry.Shown(at(2), "queue vis: 8 nodes\n名字  节点"),
              new Entry.Called(
                  at(3), 2, "confirm(\"look\")", "{\"value\":{\"text\":\"yes\",\"by\":\"alice\"}}"),
              new Entry.BlockEnded(at(4), 3, "look", BlockEnd.DONE, "", "", false),
              new Entry.BlockEnded(
                  at(60), 4, "unplug", BlockEnd.DONE, "拔掉了", "alice at the terminal", true),
              new Entry.BlockEnded(
                  at(61), 5, "after", BlockEnd.SKIPPED, "its condition does not hold", "", false),
              new Entry.BlockBegan(at(62), 6, "last"),
              new Entry.BlockEnded(
                  at(63), 7, "last", BlockEnd.FAILED, "下线.md:30:1: fail is not defined", "", true),
              new Entry.Finished(at(64), RunState.FAILED, "block last failed"));
      entries.forEach(entry -> journal.write(lease, entry));
      return Report.of(lease.run(), journal, at(100));
    }
  }

  /// A script that ordered a change, with steps, in the middle of its work.
  public static Report script() {
    try (SqlJournal journal = SqlJournal.inMemory(() -> BEGAN)) {
      Lease lease = journal.begin(first("js", "add.js", "show(1)"), null);
      List<Entry> entries =
          List.of(
              new Entry.StepBegan(at(1), 1, "add nodes"),
              new Entry.Ordered(at(2), 1, "cluster(\"ehpc-1\").addNodes(1)", "ehpc-1", List.of()),
              new Entry.Intent(at(2), 1, 1, "HpcClusterAddClusterNodes", null, List.of(), at(900)),
              new Entry.Receipt(at(3), 1, "j-1", at(900)),
              new Entry.Called(at(4), 2, "cluster(\"ehpc-1\").addNodes(1)", "{\"value\":1}"),
              new Entry.StepEnded(at(5), 3, "add nodes", true),
              new Entry.StepBegan(at(6), 4, "look again"),
              new Entry.Shown(at(7), "hello"));
      entries.forEach(entry -> journal.write(lease, entry));
      return Report.of(lease.run(), journal, at(100));
    }
  }

  /// A session of which one statement failed.
  public static Report session() {
    Cover cover =
        new Cover(
            Kind.SESSION,
            "session of 12:00",
            "An interactive session",
            "",
            RunState.DONE,
            "alice",
            List.of("ehpc-1"),
            BEGAN,
            at(60),
            at(70),
            "1");
    Passage.Output shown = new Passage.Output(at(2), "node  状态\nnode3 空闲");
    return Report.of(
        cover,
        List.of(),
        List.of(
            new Passage.Statement(
                "js", "nodes.idle()", at(1), at(2), "", List.of(shown), List.of()),
            new Passage.Statement(
                "python", "1/0", at(3), at(4), "ZeroDivisionError", List.of(), List.of("r-1"))),
        List.of(),
        at(70));
  }

  private static Entry.Scripted first(String language, String file, String text) {
    String parameters = "{\"queue\":\"vis\"}";
    return new Entry.Scripted(BEGAN, language, file, text, null, parameters, "{}", "alice", null);
  }

  private static Instant at(int seconds) {
    return BEGAN.plusSeconds(seconds);
  }
}
