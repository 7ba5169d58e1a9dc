package io.ebb.repl.completion;

import static io.ebb.script.Language.JAVASCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cluster?                        | cluster                       | false",
        "cluster??                       | cluster                       | true",
        "?cluster                        | cluster                       | false",
        "?? cluster.retire               | cluster.retire                | true",
        "cluster.queue('a b?').nodes()?  | cluster.queue('a b?').nodes() | false",
        "nodes.items()[0]?               | nodes.items()[0]              | false",
        ":save?                          | :save                         | false",
        "?:save                          | :save                         | false",
      })
  void asksForHelp(String text, String about, boolean full) {
    assertThat(HelpLine.of(JAVASCRIPT, text)).hasValue(new HelpLine(about, full));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ? b : c",
        "a?.b",
        "a ?",
        "a ??",
        "a ?? b",
        "show(a?",
        "'why?'",
        "// why?",
        "?",
        "??",
        "",
        "x = cluster?",
        "a ? b?",
        "1?",
        "cluster",
        "f(?"
      })
  void isAStatementOfTheLanguage(String text) {
    assertThat(HelpLine.of(JAVASCRIPT, text)).isEmpty();
  }
}
