package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.run.Crash;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.sim.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is ordered directly at a prompt leaves a run that can be gone on with, as a script's can.
final class DialogueRunsTest {
  private static final String FAILS = "ehpc.nothing()";

  private static void say(Dialogue talk, Language language, String... texts) {
    for (String text : texts) {
      try {
        Said _ = talk.say(new Statement(language, text, "test"));
      } catch (ScriptException e) {
        assertThat(text).isEqualTo(FAILS);
      }
    }
  }

  private static String[] statements() {
    return new String[] {
      "let cluster = ehpc.cluster('%s')".formatted(Talk.CLUSTER),
      "cluster.nodes().count",
      FAILS,
      "const count = 2",
      "op = cluster.addNodes(count); show(op.wait().status)"
    };
  }

  private static String[] spelt(Language language) {
    String[] all = statements();
    for (int i = 0; i < all.length && language == Language.PYTHON; i++) {
      all[i] = all[i].replaceAll("^(let|const) ", "").replace("addNodes", "add_nodes");
    }
    return all;
  }

  private static long ordered(Rehearsal rehearsal) {
    return rehearsal.simulator.changes().stream()
        .filter(change -> change.kind() == Change.Kind.OPERATION_STARTED)
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void orderWhoseProcessDiesAfterItWasSentIsGoneOnWithAndHappensOnce(Language language) {
    for (String death :
        List.of(
            "after calling /cluster/addNodes", "before writing Receipt", "after writing Intent")) {
      try (Rehearsal rehearsal = new Rehearsal()) {
        boolean died =
            rehearsal.talk(Crash.when(death), talk -> say(talk, language, spelt(language)));
        assertThat(died).isTrue();
        String run = rehearsal.run().orElseThrow();

        rehearsal.resume(run);

        assertThat(ordered(rehearsal)).isEqualTo(1);
        assertThat(rehearsal.host.shown).containsExactly("successful");
        assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.DONE);
      }
    }
  }

  @Test
  void secondOrderDoesNotRepeatTheFirst() {
    try (Rehearsal rehearsal = new Rehearsal()) {
      boolean died =
          rehearsal.talk(
              Crash.when("before writing Receipt", 2),
              talk -> {
                say(talk, Language.JAVASCRIPT, statements());
                say(talk, Language.JAVASCRIPT, "cluster.addNodes(1, {role: 'login'})");
              });
      assertThat(died).isTrue();
      assertThat(ordered(rehearsal)).isEqualTo(2);
      String run =
          rehearsal.journal.heads(10).stream()
              .filter(head -> head.endedAt() == null)
              .map(RunHead::id)
              .findFirst()
              .orElseThrow();

      rehearsal.resume(run);

      assertThat(ordered(rehearsal)).isEqualTo(2);
      assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.DONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster.nodes().count", "1 + 1"})
  void statementThatOnlyLooksLeavesNoRun(String text) {
    try (Rehearsal rehearsal = new Rehearsal()) {
      boolean _ =
          rehearsal.talk(
              Crash.never(),
              talk ->
                  say(
                      talk,
                      Language.JAVASCRIPT,
                      "cluster = ehpc.cluster('%s')".formatted(Talk.CLUSTER),
                      text));
      assertThat(rehearsal.run()).isEmpty();
    }
  }
}
