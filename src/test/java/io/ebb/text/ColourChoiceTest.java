package io.ebb.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColourChoiceTest {
  @ParameterizedTest
  @CsvSource({
    // choice, NO_COLOR, CLICOLOR_FORCE, terminal, TERM, palette
    "ALWAYS, 1,  ,   false, dumb,  COLOUR",
    "NEVER,   ,  1,  true,  xterm, PLAIN",
    "AUTO,   1,  1,  true,  xterm, PLAIN",
    "AUTO,  '',  1,  false, dumb,  COLOUR",
    "AUTO,    ,  0,  false, xterm, PLAIN",
    "AUTO,    ,  '', true,  xterm, COLOUR",
    "AUTO,    ,  ,   true,  dumb,  PLAIN",
    "AUTO,    ,  ,   true,  ,      PLAIN",
    "AUTO,    ,  ,   false, xterm, PLAIN",
  })
  void optionThenNoColorThenForceThenTerminalDecide(
      ColourChoice choice,
      @Nullable String noColor,
      @Nullable String force,
      boolean terminal,
      @Nullable String term,
      Palette expected) {
    assertThat(choice.palette(noColor, force, terminal, term)).isEqualTo(expected);
  }

  @Test
  void colourWrapsTheTextAndResets() {
    assertThat(Palette.COLOUR.paint(Style.ERROR, "failed")).isEqualTo("\033[31mfailed\033[0m");
  }

  @Test
  void plainLeavesTheTextAlone() {
    assertThat(Palette.PLAIN.paint(Style.BOLD, "done")).isEqualTo("done");
  }
}
