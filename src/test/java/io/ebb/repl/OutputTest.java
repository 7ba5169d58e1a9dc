package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutputTest {
  private static final int THREADS = 8;
  private static final int LINES = 50;

  private final Chat chat = new Chat();

  @Test
  void linesOfManyThreadsStayWhole() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("half").endsIn("sim js> half");
      try (var threads = Executors.newFixedThreadPool(THREADS)) {
        for (int i = 0; i < THREADS; i++) {
          PrintStream out = i % 2 == 0 ? stage.console.output() : stage.console.errors();
          threads.execute(() -> print(out));
        }
      }
      stage.type(" a line").endsIn("sim js> half a line");
      assertThat(stage.sent().lines().filter(line -> line.endsWith("<节点>")))
          .hasSize(THREADS * LINES);
    }
  }

  @Test
  void unfinishedLineIsShownAtOnceWhileNothingIsReadAndEndsBeforeThePrompt() throws Exception {
    var seen = new CountDownLatch(1);
    chat.deed =
        text -> {
          PrintStream out = chat.console.orElseThrow().output();
          out.print("half");
          out.flush();
          await(seen);
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\r").carriesOut("a").endsIn("half");
      seen.countDown();
      stage.type("b").shows("half").endsIn("sim js> b");
    }
  }

  @Test
  void resultsGoElsewhereWhenToldSo() throws Exception {
    var results = new ByteArrayOutputStream();
    var remarks = new ByteArrayOutputStream();
    var options =
        new ConsoleOptions(
            Optional.empty(),
            true,
            "xterm",
            Optional.empty(),
            Optional.of(new PrintStream(results, true, UTF_8)),
            Optional.of(new PrintStream(remarks, true, UTF_8)));
    try (Stage stage = Stage.open(chat, options, 80, 24)) {
      stage.console.output().println("节点");
      stage.console.errors().println("error");
      stage.console.page(numbers());
      assertThat(stage.type("a").endsIn("sim js> a").sent()).doesNotContain("节点", "error", "99");
    }
    assertThat(results.toString(UTF_8)).startsWith("节点\n0\n1\n").endsWith("99\n");
    assertThat(remarks.toString(UTF_8)).isEqualTo("error\n");
  }

  @Test
  void longTextIsShownByScreens() throws Exception {
    chat.deed =
        text -> {
          chat.console.orElseThrow().page(numbers());
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\r").carriesOut("a").endsIn("77 more lines: space, Enter, q");
      stage.press(" ").endsIn("54 more lines: space, Enter, q");
      stage.press("\r").endsIn("53 more lines: space, Enter, q").press("q").endsIn("sim js>");
      stage.type("b\r").carriesOut("b").endsIn("77 more lines: space, Enter, q");
      stage.press(Stage.CTRL_C).endsIn("sim js>").type("c").endsIn("sim js> c");
      assertThat(chat.interrupts.availablePermits()).isZero();
    }
  }

  @Test
  void shortTextIsNotPaged() throws Exception {
    chat.deed =
        text -> {
          chat.console.orElseThrow().page("one\ntwo\n");
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\r").carriesOut("a").shows("two").endsIn("sim js>");
    }
  }

  private static String numbers() {
    return IntStream.range(0, 100).mapToObj(Integer::toString).collect(joining("\n"));
  }

  private static void print(PrintStream out) {
    for (int i = 0; i < LINES; i++) {
      out.print("<");
      out.println("节点>");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
