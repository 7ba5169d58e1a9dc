package io.ebb.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columnsLineUpAndNothingTrails() {
    String text =
        new Table(Column.left("node"), Column.right("cpu"), Column.left("queue"))
            .row("node3", "4", "batch")
            .row("node12", "16", "")
            .render();
    assertThat(text)
        .isEqualTo(
            """
            NODE    CPU  QUEUE
            node3     4  batch
            node12   16
            """);
  }

  @Test
  void chineseNamesEmojiAndCombiningMarksLineUp() {
    String text =
        new Table(Column.flexible("name"), Column.left("id"))
            .row("计算集群", "ehpc-1")
            .row("cafe\u0301", "ehpc-2")
            .row("👩‍💻 lab", "ehpc-3")
            .render();
    assertThat(text)
        .isEqualTo(
            """
            NAME      ID
            计算集群  ehpc-1
            cafe\u0301      ehpc-2
            👩‍💻 lab    ehpc-3
            """);
  }

  @Test
  void widestFlexibleColumnIsCutToTheTerminal() {
    String text =
        new Table(Column.left("id"), Column.flexible("name"), Column.flexible("note"))
            .row("ehpc-8jqdq0mz", "流体力学计算集群", "short")
            .render(34);
    assertThat(text)
        .isEqualTo(
            """
            ID             NAME          NOTE
            ehpc-8jqdq0mz  流体力学计…   short
            """);
  }

  @Test
  void columnIsCutNoFurtherThanItsTitleAndIdsNotAtAll() {
    String text =
        new Table(Column.left("id"), Column.flexible("name"))
            .row("ehpc-8jqdq0mz", "a long name")
            .render(5);
    assertThat(text)
        .isEqualTo(
            """
            ID             NAME
            ehpc-8jqdq0mz  a l…
            """);
  }

  @Test
  void nothingIsCutInAPipeOrInAWideTerminal() {
    Table table = new Table(Column.flexible("name")).row("x".repeat(300));
    assertThat(table.render()).contains("x".repeat(300)).isEqualTo(table.render(300));
  }

  @Test
  void cellCannotBreakTheTable() {
    String text = new Table(Column.left("name")).row("a\n\033[31mb").render();
    assertThat(text).isEqualTo("NAME\na ␛[31mb\n");
  }

  @Test
  void rowMustFitTheColumns() {
    Table table = new Table(Column.left("a"), Column.left("b"));
    assertThatThrownBy(() -> table.row("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 cells for 2 columns: give one cell per column");
  }
}
