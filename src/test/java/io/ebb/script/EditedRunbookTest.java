package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runbooks that are edited while their run has stopped: here within the second of three blocks.
final class EditedRunbookTest {
  private static final String TEXT =
      """
      ---
      params:
        count: {type: int, default: 1}
      ---
      First.

      ```js {name=a}
      share.set("x", 1)
      ```
      ```js {name=b confirm="Sure?"}
      const clusters = ehpc.clusters().length
      log(now())
      ```
      ```python {name=c}
      show("old")
      ```
      """;

  private final Rehearsal rehearsal = new Rehearsal();

  @BeforeEach
  void stopInTheMiddle() {
    assertThat(rehearsal.run(Crash.when("after writing Called", 2), runbook(TEXT), Rehearsal.ALL))
        .isTrue();
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void storedTextGoesOnByDefault() {
    rehearsal.resumeRunbook(run());

    assertThat(rehearsal.host.shown).containsExactly("old");
  }

  @Test
  void newTextIsTakenFromTheFirstBlockThatHasNotBegun() {
    Runbook edited =
        runbook(TEXT.replace("First.", "First.\n\nMore.").replace("\"old\"", "\"new\""));
    assertThat(rehearsal.resumeRunbook(Crash.when("before writing BlockEnded", 2), run(), edited))
        .isTrue();
    rehearsal.resumeRunbook(run()); // the edited text is the stored one by now

    assertThat(rehearsal.host.shown).containsExactly("new");
    assertThat(rehearsal.journal.entries(run()))
        .filteredOn(Entry.Edited.class::isInstance)
        .singleElement()
        .satisfies(entry -> assertThat(((Entry.Edited) entry).text()).isEqualTo(edited.text()));
    assertThat(rehearsal.journal.head(run()).state()).isEqualTo(RunState.DONE);
  }

  @Test
  void blockThatHasBegunMustBeAsItWas() {
    for (String text :
        new String[] {
          TEXT.replace("share.set(\"x\", 1)", "share.set(\"x\", 2)"),
          TEXT.replace("Sure?", "Really?"),
          TEXT.replace("{name=b", "{name=bb")
        }) {
      assertThatThrownBy(() -> rehearsal.resumeRunbook(Crash.never(), run(), runbook(text)))
          .isInstanceOf(RefusedException.class)
          .hasMessageMatching(".*block \"[ab]\" has begun, and is another one now");
    }
    assertThatThrownBy(() ->
            rehearsal.resumeRunbook(
                Crash.never(), run(), runbook(TEXT.replace("default: 1", "default: 2"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("parameters");
    rehearsal.resumeRunbook(run());
    assertThat(rehearsal.host.shown).containsExactly("old");
  }

  @Test
  void failedBlockThatHasChangedNothingMayBeMended() {
    String broken = TEXT.replace("\"old\"", "nothing");
    rehearsal.resumeRunbook(run());
    try (Rehearsal other = new Rehearsal()) {
      assertThatThrownBy(() -> other.run(runbook(broken))).isInstanceOf(ScriptException.class);

      other.resumeRunbook(Crash.never(), other.run().orElseThrow(), runbook(TEXT));

      assertThat(other.host.shown).containsExactly("old");
      assertThat(other.host.asked).isEmpty();
      assertThat(other.state).isEqualTo(RunState.DONE);
    }
  }

  @Test
  void blockThatWasChosenMustBeThereStill() {
    try (Rehearsal other = new Rehearsal()) {
      Entry.Chosen from = new Entry.Chosen("c", List.of(), false);
      assertThat(other.run(Crash.when("before writing BlockBegan"), runbook(TEXT), from)).isTrue();
      String run = other.run().orElseThrow();

      assertThatThrownBy(
              () -> other.resumeRunbook(Crash.never(), run, runbook(TEXT.replace("=c}", "=cc}"))))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("block \"c\" was chosen");

      other.resumeRunbook(run);
      assertThat(other.host.shown).containsExactly("old");
    }
  }

  @Test
  void blockThatWasChosenByItsPlaceMustBeTheSame() {
    String text = "```js {name=a}\nnow()\n```\n```js\nshow(2)\n```\n```js\nshow(3)\n```\n";
    String shorter = "```js {name=a}\nnow()\n```\n```js\nshow(3)\n```\n";
    try (Rehearsal other = new Rehearsal()) {
      Entry.Chosen only = new Entry.Chosen(null, List.of("a", "block-2"), false);
      assertThat(other.run(Crash.when("before writing BlockEnded"), runbook(text), only)).isTrue();
      String run = other.run().orElseThrow();

      assertThatThrownBy(() -> other.resumeRunbook(Crash.never(), run, runbook(shorter)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("block \"block-2\" was chosen");
    }
  }

  @Test
  void whoHasLookedBeforeSomebodyElseEditedDoesNotGoOnWithTheTextOfBefore() {
    Runbook edited = runbook(TEXT.replace("\"old\"", "\"new\""));
    rehearsal.onLook =
        () -> {
          rehearsal.onLook = () -> {};
          assertThat(rehearsal.resumeRunbook(Crash.when("after writing Edited"), run(), edited))
              .isTrue();
        };
    assertThatThrownBy(() -> rehearsal.resumeRunbook(run()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("by somebody else");

    rehearsal.resumeRunbook(run());
    assertThat(rehearsal.host.shown).containsExactly("new");
  }

  private String run() {
    return rehearsal.run().orElseThrow();
  }

  private static Runbook runbook(String text) {
    return Runbook.of("a.md", text);
  }
}
