package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runbooks that nothing happens to.
final class RunbookTest {
  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void blocksOfBothLanguagesRunInOrderAndShareValues() {
    rehearsal.run(
        runbook(
            """
            # Greeting

            Count.

            ```js {name=count}
            const cluster = ehpc.cluster("ehpc-8jqdq0mz")
            const queues = cluster.queues().length
            share.set("queues", queues)
            ```

            Double.

            ```python {name=double}
            double = share.get("queues") * 2
            share.set("double", double)
            ```

            ```js
            const queues = share.get("double")
            show([queues, cluster.queues().length])
            ```

            Done.
            """));

    assertThat(rehearsal.host.shown).containsExactly(List.of(4L, 2L));
    assertThat(rehearsal.state).isEqualTo(RunState.DONE);
    assertThat(rehearsal.host.blocks)
        .containsExactly(
            "prose # Greeting\n\nCount.",
            "count begins, 1 of 3",
            "count done",
            "prose Double.",
            "double begins, 2 of 3",
            "double done",
            "block-3 begins, 3 of 3",
            "block-3 done",
            "prose Done.");
    String run = rehearsal.run().orElseThrow();
    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.DONE);
    assertThat(rehearsal.journal.head(run).runbook()).isTrue();
    assertThat(ends(run)).containsExactly("count done", "double done", "block-3 done");
  }

  @Test
  void errorsTellTheLineOfTheRunbook() {
    for (String text :
        List.of(
            "# A\n\n```js\nconst a = 1\nlet b = a.b.c\n```\n",
            "# A\n\n```python\na = 1\nb = a.b\n```\n",
            "# A\n\n```js\nfunction f() {\n  throw new Error('x')\n}\n```\n```js\nf()\n```\n")) {
      ScriptException e =
          catchThrowableOfType(ScriptException.class, () -> rehearsal.run(runbook(text)));
      assertThat(e.file()).isEqualTo("ops/test.md");
      assertThat(e.line()).as(text).isEqualTo(5);
      assertThat(e.sourceLine()).isNotEmpty();
    }
  }

  @Test
  void failedBlockEndsTheRunAsFailed() {
    assertThatThrownBy(() -> rehearsal.run(runbook("```js\nnope()\n```\n```js\nshow(1)\n```\n")))
        .isInstanceOf(ScriptException.class);

    String run = rehearsal.run().orElseThrow();
    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.FAILED);
    assertThat(rehearsal.journal.head(run).resumable()).isTrue();
    assertThat(rehearsal.host.shown).isEmpty();
  }

  @Test
  void runbookGoesOnBehindAFailedBlockThatMayFail() {
    rehearsal.run(
        runbook("```js {on-error=continue name=a}\nnope()\n```\n```python\nshow(1)\n```\n"));

    assertThat(rehearsal.state).isEqualTo(RunState.PARTIAL);
    assertThat(rehearsal.host.shown).containsExactly(1L);
    String run = rehearsal.run().orElseThrow();
    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.PARTIAL);
    assertThat(rehearsal.journal.head(run).resumable()).isFalse();
  }

  @Test
  void conditionDecidesAboutABlock() {
    rehearsal.run(
        runbook(
            """
            ```js {name=a when="ehpc.clusters().length > 99"}
            show("a")
            ```
            ```python {name=b when="1 < 2 and params is not None"}
            show("b")
            ```
            ```text {manual name=c when="false"}
            pull
            ```
            """));

    String run = rehearsal.run().orElseThrow();
    assertThat(ends(run).getFirst()).isEqualTo("a skipped");
    assertThat(ends(run).getLast()).isEqualTo("c skipped");
  }

  @Test
  void conditionChangesNothing() {
    ScriptException e =
        catchThrowableOfType(
            ScriptException.class,
            () ->
                rehearsal.run(
                    runbook(
                        """
                        # A

                        ```js {when="ehpc.cluster('ehpc-8jqdq0mz').restartNodes('login1')"}
                        show(1)
                        ```
                        """)));

    assertThat(e.getMessage()).contains("changes something, and a condition only looks");
    assertThat(e.line()).isEqualTo(3);
  }

  @Test
  void chosenBlocksRunAndTheOthersAreRecordedAsLeftOut() {
    Runbook runbook =
        runbook(
            """
            One.

            ```js {name=one}
            show(1)
            ```

            Two.

            ```js {name=two}
            show(2)
            ```
            ```js {name=three}
            show(3)
            ```
            """);
    rehearsal.run(Crash.never(), runbook, new Entry.Chosen("two", List.of(), false));
    assertThat(rehearsal.host.shown).containsExactly(2L, 3L);
    assertThat(rehearsal.host.blocks).doesNotContain("prose One.").contains("prose Two.");
    assertThat(ends(rehearsal.run().orElseThrow()))
        .containsExactly("one skipped", "two done", "three done");

    rehearsal.run(Crash.never(), runbook, new Entry.Chosen(null, List.of("one", "three"), false));
    assertThat(rehearsal.host.shown).containsExactly(1L, 3L);

    assertThatThrownBy(
            () -> rehearsal.run(Crash.never(), runbook, new Entry.Chosen("tow", List.of(), false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no block \"tow\"")
        .hasMessageContaining("two");
  }

  @Test
  void dryRunLeavesNoRunAndAsksNobody() {
    rehearsal.rehearses = true;
    rehearsal.run(
        Crash.never(),
        runbook(
            """
            ```js {confirm="Go?" name=a}
            ehpc.cluster("ehpc-8jqdq0mz").restartNodes("login1")
            show(1)
            ```
            ```text {manual name=b}
            pull
            ```
            """),
        new Entry.Chosen(null, List.of(), true));

    assertThat(rehearsal.state).isEqualTo(RunState.PLANNED);
    assertThat(rehearsal.host.asked).isEmpty();
    assertThat(rehearsal.journal.heads(10)).isEmpty();
    assertThat(rehearsal.host.blocks).anyMatch(line -> line.contains("b skipped: dry run"));
    assertThat(rehearsal.host.logged).contains("dry run: would ask: Go?");
  }

  @Test
  void whatIsShownIsRecordedWithoutSecretsBeforeTheNextCall() {
    rehearsal.parameters = Map.of("key", "hush");
    rehearsal.run(
        runbook(
            """
            ---
            params:
              key: {type: secret}
            ---
            ```python
            print("the key is " + params.key)
            show("shown " + params.key)
            now()
            log("logged")
            ```
            """));

    String run = rehearsal.run().orElseThrow();
    assertThat(rehearsal.journal.entries(run))
        .filteredOn(Entry.Shown.class::isInstance)
        .extracting(entry -> ((Entry.Shown) entry).text())
        .containsExactly("the key is ***\nshown ***\n", "logged\n");
  }

  @Test
  void secretOfManyLinesIsHiddenInQuestionsToo() {
    rehearsal.parameters = Map.of("key", "BEGIN\n\"hush\"\nEND");
    rehearsal.run(
        runbook(
            """
            ---
            params:
              key: {type: secret}
            ---
            ```js
            confirm("Use " + params.key + "?")
            log(JSON.stringify({key: params.key}))
            ```
            """));

    assertThat(rehearsal.journal.entries(rehearsal.run().orElseThrow()))
        .filteredOn(entry -> !(entry instanceof Entry.Scripted))
        .noneMatch(entry -> entry.toString().contains("hush"))
        .anyMatch(entry -> entry.toString().contains("Use ***?"));
  }

  private List<String> ends(String run) {
    return rehearsal.journal.entries(run).stream()
        .filter(Entry.BlockEnded.class::isInstance)
        .map(Entry.BlockEnded.class::cast)
        .map(end -> end.block() + " " + end.end().label())
        .toList();
  }

  private static Runbook runbook(String text) {
    return Runbook.of("ops/test.md", text);
  }

  @Test
  void syntaxIsCheckedInBothLanguagesBeforeAnythingRuns() {
    try (RunbookEngine engine = new RunbookEngine()) {
      assertThat(
              engine.violations(
                  runbook(
                      """
                      # Wrong

                      ```js
                      const a = 1
                      const a = 2
                      ```
                      ```js {when="a = "}
                      if (a {
                      ```
                      ```python {when="x = 1"}
                      def f(:
                          pass
                      ```
                      ```text {manual when="1 +"}
                      pull
                      ```
                      """)))
          .hasSize(5)
          .allMatch(line -> line.startsWith("ops/test.md:"));
      assertThat(engine.violations(runbook("```python\nx = 1\n```\n```js\nlet a = {}\n```\n")))
          .isEmpty();
    }
  }
}
