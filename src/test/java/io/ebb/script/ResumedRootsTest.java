package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a script is told by people and by the clock, it is told again when it is resumed.
final class ResumedRootsTest {
  private static final List<String> WRITTEN = List.of("Called", "StepBegan", "StepEnded");

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  /// Changes something, asks, works in steps, sleeps, and shows the times between.
  private static Script routine(Language language) {
    String text =
        switch (language) {
          case JAVASCRIPT ->
              """
              const cluster = ehpc.cluster("ehpc-8jqdq0mz")
              const change = () => cluster.retire("node32", {batch: "all"}).apply().state
              const state = step("change", change)
              const begin = now()
              const hours = ask("hours", {otherwise: "1"})
              step("wait", () => {
                if (!confirm("Sleep?", {name: "sleep"})) throw new Error("awake")
                step("sleep", () => sleep(`${hours}h`))
              })
              const hour = now() - begin
              show([state, hours, hour >= 3600_000, begin])
              """;
          case PYTHON ->
              """
              cluster = ehpc.cluster("ehpc-8jqdq0mz")
              with step("change"):
                  state = cluster.retire("node32", batch="all").apply().state
              begin = now()
              hours = ask("hours", otherwise="1")
              with step("wait"):
                  if not confirm("Sleep?", name="sleep"):
                      raise ValueError("awake")
                  with step("sleep"):
                      sleep(hours + "h")
              hour = (now() - begin).total_seconds()
              show([state, hours, hour >= 3600, begin])
              """;
        };
    return Script.of("test." + language.id(), language, text);
  }

  @ParameterizedTest
  @EnumSource
  void scriptThatDiesAtAnyWordComesToTheSameEnd(Language language) {
    List<String> points = points(language);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      String where = points.get(i);
      boolean tried = language == Language.JAVASCRIPT || where.startsWith("before");
      if (tried && WRITTEN.stream().anyMatch(where::endsWith)) {
        int time = Collections.frequency(points.subList(0, i + 1), where);
        String found = comesToTheSameEnd(language, where, time);
        if (!found.isEmpty()) {
          failures.add(where + " for the " + time + "th time: " + found);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static List<String> points(Language language) {
    try (Rehearsal whole = new Rehearsal()) {
      Crash never = Crash.never();
      whole.run(never, routine(language), Map.of());
      assertThat(whole.host.logged)
          .filteredOn(line -> line.startsWith("step"))
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("step change"),
              line -> assertThat(line).startsWith("step change done in "),
              line -> assertThat(line).isEqualTo("step wait"),
              line -> assertThat(line).isEqualTo("step wait / sleep"),
              line -> assertThat(line).isEqualTo("step wait / sleep done in 1h"),
              line -> assertThat(line).isEqualTo("step wait done in 1h"));
      return never.passed();
    }
  }

  private static String comesToTheSameEnd(Language language, String where, int time) {
    try (Rehearsal again = new Rehearsal()) {
      boolean died = again.run(Crash.when(where, time), routine(language), Map.of());
      RecordingHost first = again.host;
      String run = again.run().orElseThrow();
      List<String> answered = answered(again, run);
      again.pass(Duration.ofMinutes(20));
      again.resume(run);
      RecordingHost second = again.host;
      List<Object> shown = new ArrayList<>(first.shown);
      second.shown.stream().filter(each -> !shown.contains(each)).forEach(shown::add);
      boolean right =
          died
              && shown.size() == 1
              && shown.getFirst().toString().startsWith("[done, 1, true, 2026-11-21T12")
              && Collections.disjoint(second.asked, answered)
              && logged(first, second).stream().distinct().count() == logged(first, second).size()
              && again.deleted().size() == 1;
      return right ? "" : "died %s, shown %s, asked %s".formatted(died, shown, second.asked);
    }
  }

  /// What was told of the ends of steps, in both lives.
  private static List<String> logged(RecordingHost first, RecordingHost second) {
    return Stream.concat(first.logged.stream(), second.logged.stream())
        .filter(line -> line.contains(" done in "))
        .toList();
  }

  /// The questions whose answers are recorded.
  private static List<String> answered(Rehearsal rehearsal, String run) {
    return rehearsal.called(run).stream()
        .flatMap(call -> Reply.recorded(call).map(_ -> call.call()).stream())
        .map(call -> call.startsWith("ask") ? "hours" : "Sleep?")
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheRestIsSlept(Language language) {
    assertThat(rehearsal.run(asleep(), routine(language), Map.of())).isTrue();
    String run = rehearsal.run().orElseThrow();
    Entry.Called sleep = rehearsal.called(run).getLast();
    assertThat(sleep.call()).isEqualTo("sleep(\"1h\")");
    Instant until = Answers.read(sleep.answer(), Form.INSTANT);

    rehearsal.pass(Duration.ofMinutes(20));
    rehearsal.resume(run);

    assertThat(rehearsal.host.waits).containsExactly(until);
    assertThat(rehearsal.host.shown).hasSize(1);
  }

  @Test
  void sleepThatIsOverByThenIsNotSleptAgain() {
    assertThat(rehearsal.run(asleep(), routine(Language.JAVASCRIPT), Map.of())).isTrue();

    rehearsal.pass(Duration.ofHours(2));
    rehearsal.resume(rehearsal.run().orElseThrow());

    assertThat(rehearsal.host.waits).isEmpty();
    assertThat(rehearsal.host.shown.toString()).startsWith("[[done, 1, true,");
  }

  /// Death in the sleep of the routine, which is its seventh call.
  private static Crash asleep() {
    return Crash.when("after writing Called", 7);
  }

  @Test
  void whoHasAnsweredIsRecorded() {
    rehearsal.run(routine(Language.PYTHON), Map.of());
    String run = rehearsal.run().orElseThrow();

    assertThat(rehearsal.called(run))
        .filteredOn(call -> Reply.recorded(call).isPresent())
        .extracting(Entry.Called::call, Entry.Called::answer)
        .containsExactly(
            tuple("ask(\"hours\", \"1\")", "{\"value\":{\"text\":\"1\",\"by\":\"a test\"}}"),
            tuple(
                "confirm(\"Sleep?\", \"sleep\")",
                "{\"value\":{\"text\":\"yes\",\"by\":\"a test\"}}"));
  }

  @ParameterizedTest
  @EnumSource
  void failedStepIsNamedInTheErrorAndInTheRecord(Language language) {
    assertThatThrownBy(() -> rehearsal.run(routine(language), Map.of(), Map.of("sleep", "no")))
        .isInstanceOfSatisfying(
            ScriptException.class,
            e -> {
              assertThat(e.step()).isEqualTo("wait");
              assertThat(e.place()).startsWith("test." + language.id() + ":");
              assertThat(e.place()).endsWith(": in step wait");
            })
        .hasMessageContaining("awake");
    String run = rehearsal.run().orElseThrow();
    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.FAILED);
    assertThat(rehearsal.host.logged).anyMatch(line -> line.startsWith("step wait failed after "));
    assertThat(rehearsal.journal.entries(run))
        .filteredOn(Entry.StepEnded.class::isInstance)
        .extracting(entry -> ((Entry.StepEnded) entry).failed())
        .containsExactly(false, true);
  }
}
