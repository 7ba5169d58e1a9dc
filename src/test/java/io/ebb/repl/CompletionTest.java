package io.ebb.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.repl.completion.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CompletionTest {
  private static final String TAB = "\t";

  private final Chat chat = new Chat();

  @Test
  void onlyWayToGoOnIsTakenFromWhereItBegins() throws Exception {
    chat.completer = (text, cursor) -> List.of(new Candidate(5, "i-node1", "nodes", "idle", false));
    try (Stage stage = Stage.open(chat)) {
      stage.type("show(i-n" + TAB).endsIn("sim js> show(i-node1");
      stage.type(")\r").carriesOut("show(i-node1)");
    }
  }

  @Test
  void blankFollowsWhatIsFinished() throws Exception {
    chat.completer = (text, cursor) -> List.of(new Candidate(0, ":help", "commands", "", true));
    try (Stage stage = Stage.open(chat)) {
      stage.type(":h" + TAB + "x\r").carriesOut(":help x");
    }
  }

  @Test
  void whatAllHaveInCommonIsTakenAndThenTheyAreListed() throws Exception {
    chat.completer = (text, cursor) -> candidates("node1", "node2");
    try (Stage stage = Stage.open(chat)) {
      stage.type("n" + TAB).shows("sim js> node");
      stage.shows("nodes").shows("node1 (idle)   node2 (idle)");
      stage.type(TAB + TAB).shows("sim js> node2").type("\r\r").carriesOut("node2");
    }
  }

  @Test
  void candidatesThatBeginLaterReplaceOnlyTheirPart() throws Exception {
    chat.completer =
        (text, cursor) ->
            List.of(new Candidate(0, "a.b", "", "", false), new Candidate(2, "c", "", "", false));
    try (Stage stage = Stage.open(chat)) {
      stage.type("a." + TAB + TAB + TAB).shows("sim js> a.c").type("\r\r").carriesOut("a.c");
    }
  }

  @Test
  void chineseNamesAreAlignedInANarrowWindow() {
    chat.completer = (text, cursor) -> candidates("节点一", "节点二十二");
    try (Stage stage = Stage.open(chat, Stage.options(Optional.empty()), 40, 12)) {
      stage.type("节" + TAB + TAB).shows("节点一     (idle)   节点二十二 (idle)");
    }
  }

  @Test
  void longNamesAndDescriptionsAreCutInANarrowWindow() {
    chat.completer =
        (text, cursor) ->
            List.of(
                new Candidate(0, "node1", "nodes", "a description of no end at all", false),
                new Candidate(0, "node2", "nodes", "a description of no end at all", false));
    try (Stage stage = Stage.open(chat, Stage.options(Optional.empty()), 30, 12)) {
      stage.type("node" + TAB).shows("node1 (a description of no…)");
    }
    chat.completer = (text, cursor) -> candidates("1".repeat(50), "2".repeat(50));
    try (Stage stage = Stage.open(chat, Stage.options(Optional.empty()), 30, 12)) {
      stage.type(TAB).shows("2".repeat(28) + "…");
    }
  }

  @Test
  void tenThousandCandidatesAreAWindowToMoveIn() {
    chat.completer =
        (text, cursor) ->
            IntStream.range(0, 10_000)
                .mapToObj(i -> new Candidate(0, "i-%05d".formatted(i), "nodes", "idle", false))
                .toList();
    try (Stage stage = Stage.open(chat)) {
      stage.type("i-" + TAB + TAB).shows("sim js> i-00000").type(TAB).shows("sim js> i-00001");
      assertThat(stage.lines()).anyMatch(line -> line.startsWith("rows 1 to "));
    }
  }

  @Test
  void failureLeavesTheLineAsItIs() throws Exception {
    chat.completer =
        (text, cursor) -> {
          throw new IllegalStateException("out of order");
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("n" + TAB + "x\r").carriesOut("nx");
      assertThat(stage.sent()).doesNotContain("out of order");
    }
  }

  @Test
  void slowAnswerIsGivenUpOnAndInterrupted() throws Exception {
    var interrupted = new CountDownLatch(1);
    chat.completer =
        (text, cursor) -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            interrupted.countDown();
          }
          return List.of();
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("n" + TAB + "x\r").carriesOut("nx");
      interrupted.await();
    }
  }

  private static List<Candidate> candidates(String... names) {
    return Stream.of(names).map(name -> new Candidate(0, name, "nodes", "idle", false)).toList();
  }
}
