package io.ebb.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineTest {
  @ParameterizedTest
  @CsvSource({"node1, 5", "节点, 4", "cafe\u0301, 4", "👩‍💻, 2", "🇨🇳, 2", "'', 0"})
  void widthIsCountedInTerminalColumns(String text, int columns) {
    assertThat(Line.of(text).width()).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "retire, 6, retire",
    "retire, 5, reti…",
    "retire, 1, …",
    "计算节点, 8, 计算节点",
    "计算节点, 7, 计算节…",
    "计算节点, 6, 计算…",
    "cafe\u0301s, 5, cafe\u0301s",
    "cafe\u0301s!, 5, cafe\u0301…",
    "👩‍💻👩‍💻, 3, 👩‍💻…",
  })
  void cutEndsInAMarkAndSplitsNoCharacter(String text, int columns, String expected) {
    Line cut = Line.of(text).cut(columns);
    assertThat(cut).hasToString(expected);
    assertThat(cut.width()).isLessThanOrEqualTo(columns);
  }

  @Test
  void whatWouldSteerTheTerminalIsShownInstead() {
    assertThat(Line.of("\033[2J\u0007\u007f\u009b31m")).hasToString("␛[2J␇␡�31m");
  }

  @Test
  void lineBreaksAndTabsBecomeBlanks() {
    assertThat(Line.of("a\nb\tc\r\u2028d")).hasToString("a b c  d");
  }

  @Test
  void textCannotBeReorderedOrHidden() {
    assertThat(Line.of("a\u202eb\u200bc\ud800")).hasToString("a�b�c�");
  }
}
