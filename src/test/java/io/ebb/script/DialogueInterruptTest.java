package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever waits for a statement is back soon after an interrupt, whatever the statement does.
final class DialogueInterruptTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /// What comes of the statement when it is interrupted once it has told that it runs.
  private static Throwable interrupted(Talk talk, Language language, String text) {
    String told = language == JAVASCRIPT ? "log('runs');" : "log('runs')\n";
    CompletableFuture<Throwable> end =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> talk.say(language, told + text)));
    Awaitility.await().until(() -> talk.stage.host.logged.contains("runs"));
    talk.stage.host.logged.clear();
    long since = System.nanoTime();
    talk.dialogue.interrupt();
    Throwable thrown = end.orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SECOND);
    return thrown;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT | while (true) {}",
        "JAVASCRIPT | while (true) { try { while (true) {} } catch (e) {} finally {} }",
        "JAVASCRIPT | sleep('40h')",
        "JAVASCRIPT | while (true) { try { sleep('40h') } catch (e) {} }",
        "PYTHON     | while True: pass",
        "PYTHON     | sleep('40h')",
      })
  void statementStopsAndTheSessionIsAsUsableAsBefore(Language language, String text) {
    try (Talk talk = new Talk()) {
      talk.say(language, "x = 41");

      assertThat(interrupted(talk, language, text)).isInstanceOf(CancelledException.class);

      assertThat(talk.value(language, "x + 1")).isEqualTo("42");
      assertThat(talk.value(language, "ehpc.cluster('" + Talk.CLUSTER + "').id"))
          .asString()
          .contains(Talk.CLUSTER);
    }
  }

  @Test
  void pythonThatCatchesEverythingStopsToo() {
    try (Talk talk = new Talk()) {
      talk.py("x = 41");
      String text =
          "while True:\n  try:\n    while True: pass\n  except BaseException:\n    pass\n";
      assertThat(interrupted(talk, PYTHON, text)).isInstanceOf(CancelledException.class);
      assertThat(talk.py("x + 1")).isEqualTo("42");
    }
  }

  @ParameterizedTest
  @EnumSource
  void callThatOnlyLooksIsLeftAtOnce(Language language) {
    try (Talk talk = new Talk()) {
      talk.say(language, "x = 41\ncluster = ehpc.cluster('" + Talk.CLUSTER + "')");
      talk.stage.simulator.inject(
          Fault.next("/queue/ehpc/getQueueList", new FaultKind.Delay(Duration.ofSeconds(8))));

      assertThat(interrupted(talk, language, "cluster.queues()"))
          .isInstanceOf(CancelledException.class);

      assertThat(talk.value(language, "x + 1")).isEqualTo("42");
      assertThat(talk.say(language, "cluster.queues()").silent()).isFalse();
    }
  }

  @Test
  void changeIsWaitedForBehindAndItsLanguageWithIt() {
    try (Talk talk = new Talk()) {
      talk.say(JAVASCRIPT, "x = 41; cluster = ehpc.cluster('" + Talk.CLUSTER + "')");
      talk.stage.simulator.inject(
          Fault.next("/cluster/addNodes", new FaultKind.LateReply(Duration.ofSeconds(4))));
      CompletableFuture<Throwable> end =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> talk.say(JAVASCRIPT, "cluster.addNodes(1)")));
      Awaitility.await().until(() -> isOrdered(talk));
      long since = System.nanoTime();

      talk.dialogue.interrupt();

      assertThat(end.orTimeout(10, TimeUnit.SECONDS).join())
          .isInstanceOf(StillStoppingException.class)
          .hasMessageContaining("addNodes(1");
      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SECOND);
      assertThat(catchThrowable(() -> talk.say(JAVASCRIPT, "x")))
          .isInstanceOf(StillStoppingException.class);
      assertThat(talk.py("20 + 1")).isEqualTo("21");
      Awaitility.await().until(() -> talk.dialogue.ready(JAVASCRIPT));
      assertThat(talk.js("x + 1")).isEqualTo("42");
      assertThat(states(talk)).containsExactly(RunState.INTERRUPTED);
    }
  }

  private static boolean isOrdered(Talk talk) {
    return talk.stage.simulator.changes().stream()
        .anyMatch(change -> change.kind() == Change.Kind.OPERATION_STARTED);
  }

  private static List<RunState> states(Talk talk) {
    return talk.stage.ebb.journal().heads(10).stream().map(RunHead::state).toList();
  }
}
