package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is asked about the blocks of a runbook.
final class RunbookGatesTest {
  private static final Entry.Chosen STEP = new Entry.Chosen(null, List.of(), true);

  private static final Runbook FOUR =
      runbook(
          """
          ```js {name=a}
          show("a")
          ```
          ```python {name=b}
          show("b")
          ```
          ```js {name=c}
          show("c")
          ```
          ```js {name=d}
          show("d")
          ```
          """);

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void eachBlockIsAskedAboutUntilAllAreWanted() {
    rehearsal.given = Map.of("a", "yes", "b", "skip", "c", "all");

    rehearsal.run(Crash.never(), FOUR, STEP);

    assertThat(rehearsal.host.shown).containsExactly("a", "c", "d");
    assertThat(rehearsal.host.asked).hasSize(3);
    assertThat(ended()).containsExactly("a done", "b skipped", "c done", "d done");
  }

  @Test
  void whoStopsIsAskedAgainAndAllHoldsAfterAResume() {
    rehearsal.given = Map.of("a", "yes", "b", "stop");
    assertThatThrownBy(() -> rehearsal.run(Crash.never(), FOUR, STEP))
        .isInstanceOf(CancelledException.class)
        .hasMessage("stopped before block \"b\", by a test");
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);

    rehearsal.given = Map.of("b", "all");
    assertThat(rehearsal.resumeRunbook(Crash.when("before writing BlockEnded"), run(), null))
        .isTrue();
    assertThat(rehearsal.host.asked).containsExactly("carry out block \"b\"?");

    rehearsal.given = Map.of();
    rehearsal.resumeRunbook(run());
    assertThat(rehearsal.host.asked).isEmpty();
    assertThat(ended()).containsExactly("a done", "b done", "c done", "d done");
  }

  @Test
  void blockThatIsNotConfirmedStopsTheRunbookAndIsAskedAboutAgain() {
    Runbook runbook = runbook("```js {name=a confirm=\"Sure?\"}\nshow(1)\n```\n");
    rehearsal.given = Map.of("a", "no");
    assertThatThrownBy(() -> rehearsal.run(runbook)).isInstanceOf(CancelledException.class);
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(rehearsal.called(run())).isEmpty();

    rehearsal.given = Map.of();
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.asked).containsExactly("Sure?");
    assertThat(rehearsal.host.shown).containsExactly(1L);
    assertThat(rehearsal.called(run()))
        .singleElement()
        .satisfies(call -> assertThat(Reply.recorded(call)).contains(new Reply("yes", "a test")));
  }

  @Test
  void whatAPersonDoesIsSignedWithANote() {
    Runbook runbook =
        runbook("```text {manual name=a}\npull\n```\n```text {manual name=b}\npush\n```\n");
    rehearsal.given = Map.of("a", "done: both cables", "b", "abort: no key");
    assertThatThrownBy(() -> rehearsal.run(runbook))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("no key");
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);

    rehearsal.given = Map.of("b", "skip: not needed");
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.asked).containsExactly("sign b");
    assertThat(rehearsal.journal.entries(run()))
        .filteredOn(Entry.BlockEnded.class::isInstance)
        .extracting(entry -> (Entry.BlockEnded) entry)
        .extracting(Entry.BlockEnded::note, Entry.BlockEnded::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("both cables", "a test"),
            org.assertj.core.groups.Tuple.tuple("not needed", "a test"));
    assertThat(ended()).containsExactly("a done", "b skipped");
  }

  @Test
  void whereNobodyCanBeAskedTheRunbookStopsAndCanBeResumed() {
    Runbook runbook = runbook("```js\nshow(1)\n```\n```text {manual name=b}\npush\n```\n");
    rehearsal.attended = false;
    assertThatThrownBy(() -> rehearsal.run(runbook)).isInstanceOf(RefusedException.class);
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);

    rehearsal.attended = true;
    rehearsal.resumeRunbook(run());
    assertThat(ended()).containsExactly("block-1 done", "b done");
  }

  @Test
  void somebodyIsAskedWhetherItGoesOnBehindAFailure() {
    Runbook runbook = runbook("```js {on-error=ask name=a}\nnope()\n```\n```js\nshow(1)\n```\n");
    assertThatThrownBy(() -> rehearsal.run(runbook)).isInstanceOf(ScriptException.class);
    assertThat(state()).isEqualTo(RunState.FAILED);
    assertThat(rehearsal.host.shown).isEmpty();

    rehearsal.given = Map.of("a:failed", "yes");
    assertThat(rehearsal.resumeRunbook(Crash.when("after writing Called"), run(), null)).isTrue();
    rehearsal.given = Map.of();
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.asked).isEmpty();
    assertThat(rehearsal.host.shown).containsExactly(1L);
    assertThat(state()).isEqualTo(RunState.PARTIAL);
  }

  @Test
  void whoAllowsABlockBeforehandHasNotSaidThatItGoesOnBehindItsFailure() {
    Runbook runbook =
        runbook(
            """
            ```js {on-error=ask name=a confirm="Sure?"}
            nope()
            ```
            ```js
            show(1)
            ```
            """);
    rehearsal.given = Map.of("a", "yes");

    assertThatThrownBy(() -> rehearsal.run(runbook)).isInstanceOf(ScriptException.class);

    assertThat(rehearsal.host.shown).isEmpty();
    assertThat(state()).isEqualTo(RunState.FAILED);
  }

  private List<String> ended() {
    return rehearsal.journal.entries(run()).stream()
        .filter(Entry.BlockEnded.class::isInstance)
        .map(Entry.BlockEnded.class::cast)
        .map(end -> end.block() + " " + end.end().label())
        .toList();
  }

  private RunState state() {
    return rehearsal.journal.head(run()).state();
  }

  private String run() {
    return rehearsal.run().orElseThrow();
  }

  private static Runbook runbook(String text) {
    return Runbook.of("a.md", text);
  }
}
