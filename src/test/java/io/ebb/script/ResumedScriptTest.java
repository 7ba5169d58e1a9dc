package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResumedScriptTest {
  private static final String ONE_APPLY =
      """
      const cluster = ehpc.cluster("ehpc-8jqdq0mz")
      const idle = cluster.nodes().named("node[31-32]")
      show(idle)
      const run = cluster.retire(idle.pick(1), {batch: "all"}).apply()
      show([run.retired, cluster.queues().length])
      """;

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void scriptThatOnlyLooksLeavesNoRun() {
    rehearsal.run(js("show(ehpc.clusters().length)"), Map.of());

    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @Test
  void everyCallOfAScriptThatChangesSomethingIsRecorded() {
    rehearsal.run(js(ONE_APPLY), Map.of());

    String run = rehearsal.run().orElseThrow();
    String cluster = "ehpc.cluster(\"ehpc-8jqdq0mz\")";
    assertThat(rehearsal.called(run))
        .extracting(Entry.Called::call)
        .satisfiesExactly(
            call -> assertThat(call).isEqualTo(cluster + ".nodes()"),
            call ->
                assertThat(call).isEqualTo(cluster + ".retire(\"node32\", {\"batch\":\"all\"})"),
            call -> assertThat(call).startsWith("plan(\"").endsWith(": node32\").apply()"),
            call -> assertThat(call).isEqualTo(cluster + ".queues()"));
    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.DONE);
    assertThat(rehearsal.journal.head(run + ".1").parent()).isEqualTo(run);
  }

  @Test
  void whatIsRecordedIsNeitherAskedNorShownAgain() {
    assertThat(rehearsal.run(dyingAtCall(4), js(ONE_APPLY), Map.of())).isTrue();
    String run = rehearsal.run().orElseThrow();

    rehearsal.resume(run + ".1");

    assertThat(rehearsal.calls).isEqualTo(1);
    assertThat(rehearsal.host.shown).containsExactly(List.of(List.of("node32"), 2L));
    assertThat(rehearsal.host.logged)
        .containsExactly("3 calls of run " + run + " are taken from its record");
    assertThat(rehearsal.host.recalled).extracting(r -> r.id()).containsExactly(run + ".1");
    assertThatThrownBy(() -> rehearsal.resume(run))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has ended: it is done");
  }

  @ParameterizedTest
  @EnumSource
  void scriptThatDiesAnywhereComesToTheSameEnd(Language language) {
    List<String> points = points(language);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      String where = points.get(i);
      if (isPassedEachTime(where) && (language == Language.JAVASCRIPT || isOfScript(where))) {
        int time = Collections.frequency(points.subList(0, i + 1), where);
        String found = comesToTheSameEnd(language, Crash.when(where, time));
        if (!found.isEmpty()) {
          failures.add(where + " for the " + time + "th time: " + found);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /// How often a run looks hangs on the time that passes; what it writes for good does not.
  private static boolean isPassedEachTime(String point) {
    return Stream.of("Called", "beginning", "Finished", "Intent", "Receipt", "Ended")
        .anyMatch(point::endsWith);
  }

  /// What a plan writes, it writes whatever the language, and Python takes its time to begin.
  private static boolean isOfScript(String point) {
    return point.startsWith("before")
        && Stream.of("Called", "beginning", "Finished").anyMatch(point::endsWith);
  }

  private static List<String> points(Language language) {
    try (Rehearsal whole = new Rehearsal()) {
      Crash never = Crash.never();
      whole.run(never, routine(language), Map.of());
      assertThat(whole.host.shown).isEqualTo(shownByTheRoutine());
      return never.passed();
    }
  }

  private static String comesToTheSameEnd(Language language, Crash crash) {
    try (Rehearsal again = new Rehearsal()) {
      boolean died = again.run(crash, routine(language), Map.of());
      again
          .run()
          .ifPresentOrElse(
              run -> {
                if (again.journal.head(run).endedAt() == null) {
                  again.resume(run);
                }
              },
              () -> again.run(routine(language), Map.of()));
      List<String> deleted = again.deleted();
      boolean right =
          died
              && deleted.size() == 3
              && Set.copyOf(deleted).size() == 3
              && (again.host.shown.isEmpty() || again.host.shown.equals(shownByTheRoutine()));
      return right
          ? ""
          : "died %s, deleted %s, shown %s".formatted(died, deleted, again.host.shown);
    }
  }

  private static List<Object> shownByTheRoutine() {
    return List.of(List.of("NotFoundError", List.of("node32", "node30"), List.of("node29"), 29L));
  }

  /// Reads, a caught error, two plans, a loop, and one result in the end.
  private static Script routine(Language language) {
    return switch (language) {
      case JAVASCRIPT ->
          js(
              """
              const cluster = ehpc.cluster("ehpc-8jqdq0mz")
              let caught
              try { ehpc.cluster("ehpc-nope").nodes() } catch (e) { caught = e.name }
              const gone = []
              for (const names of ["node[30,32]", "node29"]) {
                const nodes = cluster.nodes().named(names)
                const run = cluster.retire(nodes, {batch: "all"}).apply()
                gone.push(run.retired)
              }
              show([caught, gone[0].sort().reverse(), gone[1], cluster.nodes().role("compute").count])
              """);
      case PYTHON ->
          Script.of(
              "test.py",
              Language.PYTHON,
              """
              cluster = ehpc.cluster("ehpc-8jqdq0mz")
              try:
                  ehpc.cluster("ehpc-nope").nodes()
              except NotFoundError as e:
                  caught = type(e).__name__
              gone = []
              for names in ("node[30,32]", "node29"):
                  nodes = cluster.nodes().named(names)
                  run = cluster.retire(nodes, batch="all").apply()
                  gone.append(run.retired)
              count = cluster.nodes().role("compute").count
              show([caught, sorted(gone[0], reverse=True), gone[1], count])
              """);
    };
  }

  @ParameterizedTest
  @EnumSource
  void callThatDiffersStopsTheScriptWhateverItCatches(Language language) {
    String text =
        switch (language) {
          case JAVASCRIPT ->
              """
              const cluster = ehpc.cluster("ehpc-8jqdq0mz")
              try { cluster.queues() } catch { log("caught") }
              cluster.retire("node32").apply()
              """;
          case PYTHON ->
              """
              def go(): cluster = ehpc.cluster("ehpc-8jqdq0mz"); cluster.queues()
              try: go()
              except: log("caught")
              ehpc.cluster("ehpc-8jqdq0mz").retire("node32").apply()
              """;
        };
    Script script = Script.of("test", language, text);
    String run = rehearsal.recorded(script, "ehpc.clusters()", "{\"value\":[]}");

    ScriptException e = catchThrowableOfType(ScriptException.class, () -> rehearsal.resume(run));

    assertThat(e).hasCauseInstanceOf(DifferentCallException.class);
    assertThat(e.getMessage())
        .contains("call 1 of run " + run)
        .contains("recorded  ehpc.clusters()")
        .contains("now       ehpc.cluster(\"ehpc-8jqdq0mz\").queues()");
    assertThat(e.line()).isEqualTo(language == Language.PYTHON ? 1 : 2);
    assertThat(rehearsal.calls).isZero();
    assertThat(rehearsal.journal.head(run).resumable()).isTrue();
  }

  private static Crash dyingAtCall(int number) {
    return Crash.when("before writing Called", number);
  }

  private static Script js(String text) {
    return Script.of("test.js", Language.JAVASCRIPT, text);
  }
}
