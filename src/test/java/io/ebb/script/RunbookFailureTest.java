package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ebb.api.QueuesApi;
import io.ebb.report.Next;
import io.ebb.report.Report;
import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blocks of runbooks that fail, or take too long, and what comes of it.
final class RunbookFailureTest {
  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void failedBlockThatHasChangedNothingBeginsAnew() {
    Runbook runbook =
        runbook(
            """
            ```js {name=a}
            log("a " + now())
            ```
            ```js {name=b confirm="Sure?"}
            const clusters = ehpc.clusters()
            if (ask("ready") !== "yes") throw new Error("not ready")
            show("ready")
            ```
            """);
    rehearsal.given = Map.of("ready", "no");
    assertThatThrownBy(() -> rehearsal.run(runbook))
        .isInstanceOf(ScriptException.class)
        .hasMessage("not ready");
    assertThat(state()).isEqualTo(RunState.FAILED);

    rehearsal.given = Map.of("ready", "yes");
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.asked).containsExactly("ready");
    assertThat(rehearsal.host.shown).containsExactly("ready");
    assertThat(events()).containsExactly("a", "a done", "b", "b failed", "b", "b done");
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void failedBlockThatHasChangedSomethingGoesOnAtTheCallThatFailed(Language language) {
    String code =
        switch (language) {
          case JAVASCRIPT ->
              """
              const cluster = ehpc.cluster("ehpc-8jqdq0mz")
              const run = cluster.retire("node32", {batch: "all"}).apply()
              step("delete", () => cluster.queue("old").delete().wait())
              show(run.retired)
              """;
          case PYTHON ->
              """
              cluster = ehpc.cluster("ehpc-8jqdq0mz")
              run = cluster.retire("node32", batch="all").apply()
              with step("delete"):
                  cluster.queue("old").delete().wait()
              show(run.retired)
              """;
        };
    rehearsal.ehpc().api().queues().add(QueuesApi.Add.named("ehpc-8jqdq0mz", "old"));
    rehearsal.allows = false;
    assertThatThrownBy(
            () -> rehearsal.run(runbook("```%s {name=a}\n%s```\n".formatted(language.id(), code))))
        .isInstanceOf(ScriptException.class)
        .hasCauseInstanceOf(RefusedException.class);
    assertThat(state()).isEqualTo(RunState.FAILED);
    assertThat(rehearsal.deleted()).hasSize(1);

    assertThatThrownBy(() -> rehearsal.resumeRunbook(run())) // it fails there once more
        .isInstanceOf(ScriptException.class);

    rehearsal.allows = true;
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.asked).hasSize(1);
    assertThat(rehearsal.host.shown).containsExactly(List.of("node32"));
    assertThat(rehearsal.deleted()).hasSize(1);
    assertThat(rehearsal.ehpc().queues("ehpc-8jqdq0mz")).hasSize(2);
    assertThat(events()).containsExactly("a", "a failed", "a failed", "a done");
    assertThat(state()).isEqualTo(RunState.DONE);
    assertThatThrownBy(() -> rehearsal.resumeRunbook(run())).hasMessageContaining("has ended");
  }

  @Test
  void failedRunbookThatIsUndoneCannotBeResumed() {
    assertThatThrownBy(() -> rehearsal.run(runbook("```js\nnope()\n```\n")))
        .isInstanceOf(ScriptException.class);

    rehearsal.undo(run());

    assertThat(state()).isEqualTo(RunState.CANCELLED);
    assertThatThrownBy(() -> rehearsal.resumeRunbook(run()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has ended");
  }

  @Test
  void runbookThatDiesBehindAFailureTriesAgainWhenItIsResumed() {
    Runbook runbook = runbook("```js {name=a}\nif (ask(\"x\") === \"no\") nope()\n```\n");
    rehearsal.given = Map.of("x", "no");
    assertThat(rehearsal.run(Crash.when("before writing Finished"), runbook, Rehearsal.ALL))
        .isTrue();

    rehearsal.given = Map.of("x", "yes");
    rehearsal.resumeRunbook(run());

    assertThat(events()).containsExactly("a", "a failed", "a", "a done");
  }

  @Test
  void runbookThatDiesBehindAFailureAndOnceMoreLaterGoesOnAllTheSame() {
    Runbook runbook =
        runbook(
            "```js {name=a}\nif (ask(\"x\") === \"no\") nope()\n```\n```js {name=b}\nnow()\n```");
    rehearsal.given = Map.of("x", "no");
    assertThat(rehearsal.run(Crash.when("before writing Finished"), runbook, Rehearsal.ALL))
        .isTrue();
    rehearsal.given = Map.of("x", "yes");
    assertThat(rehearsal.resumeRunbook(Crash.when("after writing Called", 2), run(), null))
        .isTrue();

    rehearsal.resumeRunbook(run());

    assertThat(events()).containsExactly("a", "a failed", "a", "a done", "b", "b done");
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void blockThatDiedBehindItsFailureMayBeRenamedAndMended() {
    Runbook broken = runbook("```js {name=a}\nnope()\n```\n");
    assertThat(rehearsal.run(Crash.when("before writing Finished"), broken, Rehearsal.ALL))
        .isTrue();

    Runbook mended = runbook("```js {name=mended}\nshow(1)\n```\n");
    assertThat(rehearsal.resumeRunbook(Crash.never(), run(), mended)).isFalse();

    assertThat(events()).containsExactly("a", "a failed", "mended", "mended done");
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void errorThatIsCaughtWhileTheRunbookIsStoppedEndsNoBlock() {
    rehearsal.onCall = () -> rehearsal.cancellation.interrupt("by a test");
    assertThatThrownBy(() ->
            rehearsal.run(
                runbook(
                    """
                    ```js {name=a}
                    try { ehpc.cluster("ehpc-nope").nodes() } catch (e) {}
                    ```
                    """)))
        .isInstanceOf(CancelledException.class);
    assertThat(events()).containsExactly("a");

    rehearsal.onCall = () -> {};
    rehearsal.resumeRunbook(run());

    assertThat(events()).containsExactly("a", "a done");
  }

  @Test
  void failureThatIsNoHindranceHoldsWhenTheRunbookIsResumed() {
    Runbook runbook =
        runbook(
            """
            ```python {name=a on-error=continue}
            known = 1
            ehpc.cluster("ehpc-nope").nodes()
            ```
            ```python {name=b}
            show([known, len(ehpc.clusters())])
            ```
            """);
    assertThat(rehearsal.run(Crash.when("before writing Called", 2), runbook, Rehearsal.ALL))
        .isTrue();

    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.shown).containsExactly(List.of(1L, 1L));
    assertThat(events()).containsExactly("a", "a failed", "b", "b done");
    assertThat(state()).isEqualTo(RunState.PARTIAL);
  }

  @Test
  void blockThatSleepsTooLongFailsAndSleepsTheRestWhenItIsResumed() {
    Runbook runbook =
        runbook(
            """
            ```js {name=a timeout=1h}
            ehpc.cluster("ehpc-8jqdq0mz").restartNodes("login1")
            sleep("90m")
            show(1)
            ```
            """);
    assertThatThrownBy(() -> rehearsal.run(runbook))
        .isInstanceOf(ScriptException.class)
        .hasMessage("block \"a\" has taken longer than 1h");
    assertThat(state()).isEqualTo(RunState.FAILED);

    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.shown).containsExactly(1L);
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "python"})
  void runbookGoesOnBehindABlockThatTookTooLongAlsoWhenItIsResumed(String language) {
    Runbook runbook =
        runbook(
            """
            ```LANGUAGE {name=a timeout=1h on-error=continue}
            known = 1
            sleep("90m")
            known = 2
            ```
            ```LANGUAGE {name=b}
            show([known, now() != 0])
            ```
            """
                .replace("LANGUAGE", language));
    // The end of the sleep is no answer, and not written; now() is the second call.
    assertThat(rehearsal.run(Crash.when("before writing Called", 2), runbook, Rehearsal.ALL))
        .isTrue();

    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.shown).containsExactly(List.of(1L, true));
    assertThat(events()).containsExactly("a", "a failed", "b", "b done");
    assertThat(state()).isEqualTo(RunState.PARTIAL);
  }

  @Test
  void endlessLoopIsStoppedByTheTimeLimitAndTheLanguageGoesOn() {
    Thread passes =
        Thread.ofVirtual()
            .start(() -> {
              await().until(rehearsal::isLimited);
              rehearsal.pass(Duration.ofHours(2));
            });
    rehearsal.run(
        runbook(
            """
            ```js {name=a timeout=1h on-error=continue}
            while (true) {}
            ```
            ```js {name=b}
            show("on")
            ```
            """));

    await().until(() -> !passes.isAlive());
    assertThat(rehearsal.host.shown).containsExactly("on");
    assertThat(events()).containsExactly("a", "a failed", "b", "b done");
  }

  @Test
  void planThatTakesTooLongIsInterruptedAsItStandsAndGoneOnWith() {
    Runbook runbook =
        runbook(
            """
            ```js {name=a timeout=20s}
            const run = ehpc.cluster("ehpc-8jqdq0mz").retire("node32", {batch: "all"}).apply()
            show(run.retired)
            ```
            """);
    assertThatThrownBy(() -> rehearsal.run(runbook)).isInstanceOf(ScriptException.class);
    assertThat(state()).isEqualTo(RunState.FAILED);
    assertThat(rehearsal.journal.parts(run()))
        .extracting(RunHead::state)
        .containsExactly(RunState.INTERRUPTED);

    rehearsal.resumePlan(run() + ".1"); // alone, without the limit
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.deleted()).hasSize(1);
    assertThat(rehearsal.host.shown).containsExactly(List.of("node32"));
    assertThat(state()).isEqualTo(RunState.DONE);
  }

  @Test
  void reportOfARunbookThatIsOverTellsWhatToDoWithAPlanThatWasInterrupted() {
    rehearsal.run(
        runbook(
            """
            ```js {name=a timeout=20s on-error=continue}
            ehpc.cluster("ehpc-8jqdq0mz").retire("node32", {batch: "all"}).apply()
            ```
            ```js {name=b}
            show("on")
            ```
            """));
    assertThat(state()).isEqualTo(RunState.PARTIAL);

    Report report = Report.of(run(), rehearsal.journal, rehearsal.now());

    assertThat(report.next())
        .extracting(Next::command)
        .contains("ebb resume " + run() + ".1", "ebb undo " + run() + ".1");
    rehearsal.resumePlan(run() + ".1");
    assertThat(rehearsal.deleted()).hasSize(1);
  }

  private List<String> events() {
    return rehearsal.journal.entries(run()).stream()
        .flatMap(entry ->
            switch (entry) {
              case Entry.BlockBegan began -> Stream.of(began.block());
              case Entry.BlockEnded end -> Stream.of(end.block() + " " + end.end().label());
              default -> Stream.<String>empty();
            })
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
