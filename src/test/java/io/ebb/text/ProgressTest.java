package io.ebb.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, UTF_8);

  @Test
  void terminalLineIsOverwrittenAndGoneAtTheEnd() {
    try (Progress progress = Progress.onTerminal(out, 80)) {
      progress.show("1 of 2");
      progress.show("2 of 2");
    }
    assertThat(written()).isEqualTo("\r\033[K1 of 2\r\033[K2 of 2\r\033[K");
  }

  @Test
  void terminalLineNeverReachesTheLastColumn() {
    Progress.onTerminal(out, 8).show("等待节点空闲");
    assertThat(written()).isEqualTo("\r\033[K等待节…");
  }

  @Test
  void sameTextIsWrittenOnce() {
    try (Progress progress = Progress.onTerminal(out, 80)) {
      progress.show("waiting");
      progress.show("waiting");
    }
    assertThat(written()).isEqualTo("\r\033[Kwaiting\r\033[K");
  }

  @Test
  void nothingShownLeavesTheTerminalAlone() {
    Progress.onTerminal(out, 80).close();
    assertThat(written()).isEmpty();
  }

  @Test
  void printedLineStaysAboveTheProgress() {
    Progress progress = Progress.onTerminal(out, 80);
    progress.print("before");
    progress.show("waiting");
    progress.print("node3 retired");
    assertThat(written()).isEqualTo("before\n\r\033[Kwaiting\r\033[Knode3 retired\nwaiting");
  }

  @Test
  void pipeGetsALineOnlyWhenTheTextChanges() {
    try (Progress progress = Progress.plain(out)) {
      progress.show("waiting");
      progress.show("waiting");
      progress.print("node3 retired");
      progress.show("waiting");
      progress.show("do\rne");
    }
    assertThat(written()).isEqualTo("waiting\nnode3 retired\ndo ne\n");
  }

  private String written() {
    return bytes.toString(UTF_8);
  }
}
