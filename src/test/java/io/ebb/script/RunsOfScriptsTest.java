package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.BusyException;
import io.ebb.api.NotFoundException;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.Lease;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.sim.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What scripts may know and want of runs, and of everything at one moment.
final class RunsOfScriptsTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";

  private static final String LEFT_OUT =
      """
      const run = ehpc.cluster("ehpc-8jqdq0mz")
          .plan("out", {batch: "all"}).fence("node[27-28]").leaveQueue().apply()
      const after = ehpc.run(run.id).cancel()
      show([run.state, after.state, after.cancel().state])
      """;

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @ParameterizedTest
  @EnumSource
  void runIsFoundAgainWaitedForAndReported(Language language) {
    run(
        language,
        """
        const run = cluster.retire("node29").apply()
        const same = ehpc.run(run.id)
        show([same.state, same.retired, same.wait({atMost: "1m"}).state])
        show([run.report().state, run.report().operations.length, run.report().nodes[0].outcome])
        """,
        """
        run = cluster.retire("node29").apply()
        same = ehpc.run(run.id)
        show([same.state, same.retired, same.wait(at_most="1m").state])
        report = run.report()
        show([report["state"], len(report["operations"]), report["nodes"][0]["outcome"]])
        """);

    assertThat(rehearsal.host.shown)
        .containsExactly(
            List.of("done", List.of("node29"), "done"), List.of("done", 2L, "retired"));
  }

  @Test
  void cancellingARunPutsBackWhatItHasLeftOut() {
    run(LEFT_OUT);

    assertThat(rehearsal.host.shown).containsExactly(List.of("done", "cancelled", "cancelled"));
    assertThat(happened(rehearsal, Change.Kind.NODE_JOINED)).isEqualTo(2);
  }

  @Test
  void whatIsPutBackIsPutBackOnceWhereverTheScriptDies() {
    Crash never = Crash.never();
    Script script = Script.of("test.js", Language.JAVASCRIPT, LEFT_OUT);
    rehearsal.run(never, script, Map.of());
    List<String> failures = new ArrayList<>();
    for (int point = 0; point < never.passed().size(); point++) {
      try (Rehearsal again = new Rehearsal()) {
        again.run(Crash.at(point), script, Map.of());
        again
            .run()
            .filter(run -> again.journal.head(run).endedAt() == null)
            .ifPresent(again::resume);
        if (again.run().isEmpty()) {
          again.run(script, Map.of());
        }
        long left = happened(again, Change.Kind.NODE_LEFT);
        long back = happened(again, Change.Kind.NODE_JOINED);
        RunState state = again.journal.head(again.run().orElseThrow()).state();
        if (left != 2 || back != 2 || state != RunState.DONE) {
          failures.add(
              "%s: %d left, %d back, %s".formatted(never.passed().get(point), left, back, state));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void runThatSomebodyElseCarriesOutIsWaitedForAsLongAsSaid() {
    Lease theirs = theirs();

    ScriptException e = refused("ehpc.run('%s').wait({atMost: '1m'})".formatted(theirs.run()));

    assertThat(e).hasCauseInstanceOf(BusyException.class);
    assertThat(e.getMessage()).contains("goes on still, and was waited for 60 s");
  }

  @Test
  void runThatSomebodyElseEndsIsWaitedFor() {
    Lease theirs = theirs();
    rehearsal.onWait =
        () -> {
          rehearsal.onWait = () -> {};
          Run run = RunReport.of(theirs.run(), rehearsal.journal).run(rehearsal.now());
          rehearsal.journal.write(
              theirs,
              new Entry.Ended(
                  rehearsal.now(),
                  new Run(
                      run.id(),
                      run.plan(),
                      run.cluster(),
                      RunState.FAILED,
                      run.nodes(),
                      null,
                      1,
                      run.startedAt(),
                      rehearsal.now())));
        };

    run("show(ehpc.run('%s').wait().state)".formatted(theirs.run()));

    assertThat(rehearsal.host.shown).containsExactly("failed");
  }

  @Test
  void runThatNobodyCarriesOutIsNotWaitedFor() {
    Lease theirs = theirs();
    rehearsal.journal.write(theirs, new Entry.Interrupted(rehearsal.now(), "Ctrl-C"));

    ScriptException e = refused("ehpc.run('%s').wait()".formatted(theirs.run()));

    assertThat(e).hasCauseInstanceOf(RefusedException.class);
    assertThat(e.getMessage()).contains("nobody carries it out", "ebb resume " + theirs.run());
  }

  @Test
  void runThatIsNotThereIsNotFound() {
    assertThat(refused("ehpc.run('r-nope')")).hasCauseInstanceOf(NotFoundException.class);
  }

  @Test
  void dryRunCancelsNothing() {
    Lease theirs = theirs();
    rehearsal.rehearses = true;

    run("show(ehpc.run('%s').cancel().state)".formatted(theirs.run()));

    assertThat(rehearsal.host.shown).containsExactly("running");
    assertThat(rehearsal.journal.head(theirs.run()).cancelAsked()).isFalse();
  }

  @Test
  void whatMayHaveBeenSentIsToldOfAnUndoneScript() {
    Script script =
        Script.of(
            "test.js",
            Language.JAVASCRIPT,
            "ehpc.cluster('ehpc-8jqdq0mz').addNodes(1); ehpc.clusters()");
    rehearsal.run(Crash.when("before writing Receipt"), script, Map.of());
    String run = rehearsal.run().orElseThrow();
    assertThat(RunReport.of(run, rehearsal.journal).doubtfulOrder())
        .hasValue("ehpc.cluster(\"ehpc-8jqdq0mz\").addNodes(1, \"compute\")");

    rehearsal.resume(run);
    assertThat(RunReport.of(run, rehearsal.journal).doubtfulOrder()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void snapshotIsALookAtEverythingThatStaysAsItIs(Language language) {
    run(
        language,
        """
        const then = cluster.snapshot()
        cluster.addNodes(1).wait()
        show([then.nodes.count, then.queues.length, then.jobs.length, then.operations.length])
        show(then.takenAt instanceof Date && then.takenAt < now())
        """,
        """
        then = cluster.snapshot()
        cluster.add_nodes(1).wait()
        show([then.nodes.count, len(then.queues), len(then.jobs), len(then.operations)])
        show(then.taken_at < now())
        """);

    assertThat(rehearsal.host.shown).containsExactly(List.of(34L, 2L, 8L, 0L), true);
  }

  @ParameterizedTest
  @EnumSource
  void nodesOfAQueueAreRestartedBatchByBatch(Language language) {
    run(
        language,
        """
        const queue = cluster.queue("vis")
        for (const node of queue.nodes().named("node[27-29]")) {
          queue.removeNodes(node).wait()
          while (cluster.nodes().named(node.host).busy().count) sleep("30s")
          cluster.restartNodes(node).wait()
          queue.addNodes(node).wait()
        }
        show(queue.nodes().count)
        """,
        """
        queue = cluster.queue("vis")
        for node in queue.nodes().named("node[27-29]"):
            queue.remove_nodes(node).wait()
            while cluster.nodes().named(node.host).busy():
                sleep("30s")
            cluster.restart_nodes(node).wait()
            queue.add_nodes(node).wait()
        show(queue.nodes().count)
        """);

    assertThat(rehearsal.host.shown).containsExactly(8L);
    assertThat(happened(rehearsal, Change.Kind.OPERATION_SUCCEEDED)).isEqualTo(9);
    assertThat(rehearsal.simulator.lostJobs()).isEmpty();
  }

  /// A run of somebody else, who is alive.
  private Lease theirs() {
    Snapshot now = rehearsal.ehpc().snapshot(CLUSTER);
    Plan plan =
        Planner.retire(
            now,
            Nodes.named(now, "node27").list(),
            RetireOptions.defaults(),
            rehearsal.ehpc().budget(),
            now.takenAt());
    return rehearsal.journal.begin(new Entry.Began(now.takenAt(), plan, "alice"), null);
  }

  private ScriptException refused(String text) {
    return catchThrowableOfType(ScriptException.class, () -> run(text));
  }

  private void run(String javascript) {
    rehearsal.run(Script.of("test.js", Language.JAVASCRIPT, javascript), Map.of());
  }

  private void run(Language language, String javascript, String python) {
    String cluster = "cluster = ehpc.cluster(\"" + CLUSTER + "\")\n";
    String text =
        switch (language) {
          case JAVASCRIPT -> "const " + cluster + javascript;
          case PYTHON -> cluster + python;
        };
    rehearsal.run(Script.of("test." + language.id(), language, text), Map.of());
  }

  private static long happened(Rehearsal rehearsal, Change.Kind kind) {
    return rehearsal.simulator.changes().stream().filter(change -> change.kind() == kind).count();
  }
}
