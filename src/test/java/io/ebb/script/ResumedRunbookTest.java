package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import io.ebb.sim.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A runbook whose process dies, at every block boundary and at every call inside blocks, and that
/// is resumed: it comes to the same end, does nothing twice, and asks nothing again that was
/// answered.
final class ResumedRunbookTest {
  private static final Runbook ROUTINE =
      Runbook.of(
          "ops/routine.md",
          """
          # Retire three nodes

          ```js {name=look confirm="Begin?"}
          const cluster = ehpc.cluster("ehpc-8jqdq0mz")
          share.set("names", ["node[30,32]", "node29"])
          log(`${cluster.queues().length} queues`)
          ```

          The first two.

          ```js {name=first when="cluster.nodes().named('node32').count === 1" timeout=5h}
          const names = share.get("names")
          const run = cluster.retire(cluster.nodes().named(names[0]), {batch: "all"}).apply()
          share.set("gone", run.retired)
          ```

          ```text {manual name=unplug}
          Unplug them.
          ```

          ```js {name=never when="run.retired.length === 0"}
          cluster.retire("node31").apply()
          ```

          ```python {name=second on-error=ask}
          cluster = ehpc.cluster("ehpc-8jqdq0mz")
          try:
              ehpc.cluster("ehpc-nope").nodes()
          except NotFoundError:
              log("as it should be")
          run = cluster.retire(cluster.nodes().named(share.get("names")[1]), batch="all").apply()
          share.set("gone", sorted(share.get("gone")) + run.retired)
          ```

          ```python {name=restart}
          with step("restart"):
              cluster.restart_nodes("login1").wait()
          ```

          ```js {name=tell}
          const names = [share.get("gone"), cluster.nodes().role("compute").count]
          show(names)
          ```
          """);

  private static final List<Object> SHOWN = List.of(List.of("node30", "node32", "node29"), 29L);

  private static final Map<String, String> ANSWERS = Map.of("unplug", "done: by hand");

  @Test
  void runbookThatDiesAnywhereComesToTheSameEnd() {
    Crash never = Crash.never();
    long operations;
    try (Rehearsal whole = rehearsal()) {
      whole.run(never, ROUTINE, Rehearsal.ALL);
      assertThat(whole.host.shown).containsExactly(SHOWN);
      assertThat(whole.state).isEqualTo(RunState.DONE);
      operations = operations(whole);
    }
    List<String> failures = new ArrayList<>();
    List<String> points = never.passed();
    for (int i = 0; i < points.size(); i++) {
      String where = points.get(i);
      if (isPassedEachTime(where)) {
        int time = Collections.frequency(points.subList(0, i + 1), where);
        String found = comesToTheSameEnd(Crash.when(where, time), operations);
        if (!found.isEmpty()) {
          failures.add("%s for the %dth time: %s".formatted(where, time, found));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /// How often a run looks hangs on the time that passes; what it writes for good does not. What a
  /// plan writes is tried with scripts.
  private static boolean isPassedEachTime(String point) {
    return Stream.of("BlockBegan", "BlockEnded", "Called", "Shown", "Finished", "Ordered")
            .anyMatch(point::endsWith)
        || Stream.of("before beginning", "before writing Receipt", "before writing Ended")
            .anyMatch(point::equals);
  }

  private static String comesToTheSameEnd(Crash crash, long operations) {
    try (Rehearsal again = rehearsal()) {
      boolean died = again.run(crash, ROUTINE, Rehearsal.ALL);
      Set<String> answered = answered(again);
      RecordingHost first = again.host;
      goOn(again);
      List<String> twice =
          again.host == first
              ? List.of()
              : again.host.asked.stream().filter(answered::contains).toList();
      String run = again.run().orElseThrow();
      List<String> deleted = again.deleted();
      boolean right =
          died
              && twice.isEmpty()
              && deleted.size() == 3
              && Set.copyOf(deleted).size() == 3
              && operations(again) == operations
              && again.journal.head(run).state() == RunState.DONE
              && ends(again, run).equals(ENDS)
              && (again.host.shown.isEmpty() || again.host.shown.equals(List.of(SHOWN)));
      return right
          ? ""
          : "died %s, asked again %s, deleted %s, %d operations, ends %s, shown %s"
              .formatted(
                  died, twice, deleted, operations(again), ends(again, run), again.host.shown);
    }
  }

  private static final List<String> ENDS =
      List.of(
          "look done",
          "first done",
          "unplug done",
          "never skipped",
          "second done",
          "restart done",
          "tell done");

  private static void goOn(Rehearsal rehearsal) {
    Optional<String> run = rehearsal.run();
    if (run.isEmpty()) {
      rehearsal.run(ROUTINE);
    } else if (rehearsal.journal.head(run.get()).endedAt() == null) {
      rehearsal.resumeRunbook(run.get());
    }
  }

  /// The questions that the record has answers to.
  private static Set<String> answered(Rehearsal rehearsal) {
    Set<String> answered = new HashSet<>();
    rehearsal
        .run()
        .ifPresent(run ->
            rehearsal
                .journal
                .entries(run)
                .forEach(entry -> {
                  if (entry instanceof Entry.Called call
                      && call.call().startsWith("confirm(\"Begin?\"")) {
                    answered.add("Begin?");
                  } else if (entry instanceof Entry.BlockEnded end
                      && end.block().equals("unplug")) {
                    answered.add("sign unplug");
                  }
                }));
    return answered;
  }

  private static List<String> ends(Rehearsal rehearsal, String run) {
    return rehearsal.journal.entries(run).stream()
        .filter(Entry.BlockEnded.class::isInstance)
        .map(Entry.BlockEnded.class::cast)
        .map(end -> end.block() + " " + end.end().label())
        .toList();
  }

  private static long operations(Rehearsal rehearsal) {
    return rehearsal.simulator.changes().stream()
        .filter(change -> change.kind() == Change.Kind.OPERATION_STARTED)
        .count();
  }

  private static Rehearsal rehearsal() {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.given = ANSWERS;
    return rehearsal;
  }

  @Test
  void resumedTwiceItComesToTheSameEnd() {
    try (Rehearsal again = rehearsal()) {
      assertThat(again.run(Crash.when("before writing Receipt"), ROUTINE, Rehearsal.ALL)).isTrue();
      String run = again.run().orElseThrow();
      assertThat(again.resumeRunbook(Crash.when("after writing BlockEnded", 2), run, null))
          .isTrue();
      again.resumeRunbook(run);

      assertThat(again.host.shown).containsExactly(SHOWN);
      assertThat(again.deleted()).hasSize(3).doesNotHaveDuplicates();
      assertThat(ends(again, run)).isEqualTo(ENDS);
      assertThatThrownBy(() -> again.resumeRunbook(run)).hasMessageContaining("has ended");
    }
  }

  @Test
  void whatWasLeftOutIsNotCarriedOutByAResume() {
    Runbook runbook =
        Runbook.of(
            "a.md",
            """
            ```js {name=a}
            show("a")
            ```
            ```js {name=b}
            show(now() ? "b" : "")
            ```
            ```js {name=c}
            show("c")
            ```
            """);
    try (Rehearsal again = rehearsal()) {
      again.run(
          Crash.when("before writing Called"),
          runbook,
          new Entry.Chosen(null, List.of("b"), false));
      again.resumeRunbook(again.run().orElseThrow());

      assertThat(again.host.shown).containsExactly("b");
      assertThat(ends(again, again.run().orElseThrow()))
          .containsExactly("a skipped", "b done", "c skipped");
    }
  }
}
