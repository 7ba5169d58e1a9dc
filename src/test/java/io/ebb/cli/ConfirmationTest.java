package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of the question about nodes that are still busy; that about a plan is asked in `RetiringTest`.
final class ConfirmationTest {
  private final ByteArrayOutputStream asked = new ByteArrayOutputStream();

  private boolean deletesBusy(boolean interactive, String typed) {
    PrintStream err = new PrintStream(asked, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new StringReader(typed));
    return new Confirmation(true, interactive, Asker.over(in, err), Detail.BRIEF, List.of())
        .deleteBusy(List.of("node1", "node2"), List.of("8801", "8805", "8807"));
  }

  @Test
  void jobsAreLostOnlyWhenTheirNumberIsTyped() {
    assertThat(deletesBusy(true, "3\n")).isTrue();
    assertThat(deletesBusy(true, " 3 \n")).isTrue();
    assertThat(deletesBusy(true, "2\n")).isFalse();
    assertThat(deletesBusy(true, "y\n")).isFalse();
    assertThat(asked.toString(StandardCharsets.UTF_8))
        .contains("node1,node2 still run jobs 8801,8805,8807", "type 3 to lose them");
  }

  @Test
  void jobsAreKeptWhenNobodyAnswers() {
    assertThat(deletesBusy(true, "")).isFalse();
    assertThat(asked.size()).isPositive();
  }

  @Test
  void nobodyIsAskedWhereNobodyIs() {
    assertThat(deletesBusy(false, "3\n")).isFalse();
    assertThat(asked.size()).isZero();
  }
}
