package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
