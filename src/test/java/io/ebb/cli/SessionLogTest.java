package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What a session keeps for its report.
final class SessionLogTest {
  private static final Instant BEGUN = Instant.parse("2026-11-22T09:00:00Z");

  private final SessionLog log = new SessionLog(BEGUN, line -> !line.contains("hunter2"));
  private final PrintStream screen =
      log.heard(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

  private SessionLog.Remark last() {
    return log.remarks().getLast();
  }

  @Test
  void eachStatementIsKeptWithWhatStoodBehindIt() {
    screen.println("welcome");
    log.typed(BEGUN.plusSeconds(1), "js", "1 + 1");
    screen.println("2");
    log.typed(BEGUN.plusSeconds(2), "py", "'测试'");
    screen.println("测试");

    assertThat(log.remarks())
        .containsExactly(
            new SessionLog.Remark(BEGUN, "", "", "welcome"),
            new SessionLog.Remark(BEGUN.plusSeconds(1), "js", "1 + 1", "2"),
            new SessionLog.Remark(BEGUN.plusSeconds(2), "py", "'测试'", "测试"));
  }

  @Test
  void whatWasWrittenOverAndWhatSteersTheTerminalIsLeftOut() {
    screen.print("\r\033[Kdraining 1 of 2");
    screen.print("\r\033[Kdraining 2 of 2");
    screen.print("\r\033[K\033[32mdone\033[0m\n");

    assertThat(last().shown()).isEqualTo("done");
  }

  @Test
  void linesThatMayHoldASecretAreNotKept() {
    log.typed(BEGUN, "js", "login('hunter2')");
    screen.println("one");
    screen.println("the password is hunter2");
    screen.println("two");

    assertThat(last().text()).isEqualTo("(not kept, as it may hold a secret)");
    assertThat(last().shown()).isEqualTo("one\n(not kept, as it may hold a secret)\ntwo");
  }

  @Test
  void ofLongThingsTheBeginningIsKept() {
    log.typed(BEGUN, "js", "1");
    for (int i = 0; i < 100; i++) {
      screen.println("x".repeat(1000));
    }

    assertThat(last().shown()).endsWith("(the rest is not kept)").hasSizeLessThan(70_000);
  }
}
