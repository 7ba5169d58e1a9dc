package io.ebb.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ParagraphTest {
  @Test
  void firstLineMayHaveLessRoom() {
    assertThat(Paragraph.wrap("to be or not to be", 5, 12))
        .containsExactly("to be", "or not to be");
  }

  @Test
  void linesBreakBetweenWords() {
    assertThat(Paragraph.wrap("to be or not to be", 8)).containsExactly("to be or", "not to", "be");
  }

  @Test
  void chineseTakesTwoColumnsACharacter() {
    assertThat(Paragraph.wrap("默认 队列 keeps", 9)).containsExactly("默认 队列", "keeps");
  }

  @Test
  void wordThatIsTooWideStandsAlone() {
    assertThat(Paragraph.wrap("a node[1-9,12,15] b", 5))
        .containsExactly("a", "node[1-9,12,15]", "b");
  }

  @Test
  void emptyTextIsOneEmptyLine() {
    assertThat(Paragraph.wrap("", 5)).containsExactly("");
  }
}
