package io.ebb.script.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.text.Line;
import io.ebb.text.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProseTest {
  private static final String ALL =
      """
      # Empty a queue 清空队列

      Read *all* of this **first**, see [the wiki](https://wiki/x) or <https://a.b>,
      type `squeue` and look at ![the map](map.png).
      <!-- not for readers -->

      ## Who
      1. one
         - a
         - b
      2. two

      ### Then
      > Quoted
      > text.

      ```sh
      squeue\t-w node1
      ```

      | Node  | Age | 状态     |
      |-------|----:|:--------:|
      | node1 |   3 | 空闲     |
      | node2 |  14 | 正在运行 |

      ---
      The end.
      """;

  @Test
  void proseIsPlainTextWithoutColours() {
    assertThat(text(ALL, 60))
        .isEqualTo(
            """
            Empty a queue 清空队列
            ══════════════════════

            Read *all* of this **first**, see the wiki (https://wiki/x)
            or https://a.b, type `squeue` and look at the map.

            Who
            ───

            1. one
               - a
               - b
            2. two

            ### Then

            │ Quoted text.

                squeue    -w node1

            Node   Age    状态
            ─────  ───  ────────
            node1    3    空闲
            node2   14  正在运行

            ────────────────────────────────────────────────────────────

            The end.
            """);
  }

  @Test
  void coloursStandForTheMarks() {
    assertThat(new Prose("Do **not** go *on*.", 1).lines(60, Palette.COLOUR))
        .containsExactly("Do \033[1mnot\033[0m go \033[3mon\033[0m.");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 60, 100, Integer.MAX_VALUE})
  void proseIsAsNarrowAsTheTerminal(int columns) {
    String prose =
        ALL
            + """

            | what | why |
            |---|---|
            | take the node out of its queue | nobody must begin a job there while we look at it |

            长长的中文段落没有空格，也要在终端的宽度之内换行；标点（如逗号、句号）不能出现在行首。请先确认数据已经复制完毕。
            """;

    assertThat(new Prose(prose, 1).lines(columns, Palette.PLAIN))
        .allSatisfy(line -> assertThat(Line.of(line).width()).isLessThanOrEqualTo(columns))
        .noneMatch(line -> line.matches("[，。；、）].*"));
  }

  @Test
  void cellsBecomeHigherWhereTheTerminalIsNarrow() {
    assertThat(text("| node | do |\n|---|---|\n| node1 | look at it once more |", 18))
        .isEqualTo(
            """
            node   do
            ─────  ───────────
            node1  look at it
                   once more
            """);
  }

  @Test
  void chineseLinesOfTheFileAreJoinedWithoutABlank() {
    assertThat(text("先停止\n作业 then\ngo", 60)).isEqualTo("先停止作业 then go\n");
  }

  @Test
  void linesBreakWhereTheAuthorInsists() {
    assertThat(text("one  \ntwo\\\nthree", 60)).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void linksOfAPageLeadToTheWebOrToMailOrNowhere() {
    Prose prose =
        new Prose("[a](https://w/x) [b](data:text/html,x) [c](javascript:x) [d](mailto:a@b)", 1);

    assertThat(prose.html())
        .contains("\"https://w/x\"", "\"mailto:a@b\"")
        .doesNotContain("data:", "javascript:");
  }

  @Test
  void whatStandsBehindACommentIsShown() {
    Prose prose = new Prose("<!-- for authors -->\n\n<!-- a --> delete node9, too\n", 1);

    assertThat(prose.html()).contains("delete node9, too").doesNotContain("for authors");
  }

  @Test
  void quotesAndListsOfAnyDepthAreShown() {
    assertThat(new Prose(">".repeat(20_000) + " deep", 1).html()).contains("deep");
    assertThat(new Prose("- ".repeat(20_000) + "deep", 1).html()).contains("deep");
  }

  @Test
  void nothingSteersTheTerminal() {
    assertThat(text("a \033[2J `\033]0;x\007`\n\n    \033[1m", 60)).doesNotContain("\033", "\007");
  }

  private static String text(String markdown, int columns) {
    return String.join("\n", new Prose(markdown, 1).lines(columns, Palette.PLAIN)) + "\n";
  }
}
