package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a typed text is taken for.
final class EnteredTest {

  private static Entered of(String text, String... variables) {
    return Entered.of(text, Language.JAVASCRIPT, name -> List.of(variables).contains(name));
  }

  @Test
  void commandIsItsNameAndTheRest() {
    assertThat(of("  :bg  plan.apply() ")).isEqualTo(new Entered.Command(":bg", "plan.apply()"));
    assertThat(of(":jobs")).isEqualTo(new Entered.Command(":jobs", ""));
    assertThat(of(" \n")).isEqualTo(new Entered.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "exit()", ".exit", "quit", "quit()"})
  void farewellsOfOtherPromptsAreTaken(String text) {
    assertThat(of(text)).isEqualTo(new Entered.Command(":quit", ""));
  }

  @Test
  void helpIsACommandAndAVariableIsNoFarewell() {
    assertThat(of("help")).isEqualTo(new Entered.Command(":help", ""));
    assertThat(of("help(confirm)"))
        .isEqualTo(new Entered.Words(Language.JAVASCRIPT, "help(confirm)"));
    assertThat(of("exit", "exit")).isEqualTo(new Entered.Words(Language.JAVASCRIPT, "exit"));
  }

  @ParameterizedTest
  @CsvSource({
    "py x = 1,x = 1",
    "py  [n for n in x],[n for n in x]",
    "py 'a',a",
    "py print(1),print(1)"
  })
  void oneStatementIsSaidInTheOtherLanguage(String text, String statement) {
    assertThat(of(text.replace("'a'", "\"a\"")))
        .isEqualTo(new Entered.Words(Language.PYTHON, statement.equals("a") ? "\"a\"" : statement));
    assertThat(of("js x")).isEqualTo(new Entered.Words(Language.JAVASCRIPT, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"py = 3", "py", "py.x", "py += 1", "python = 3", "py; 1"})
  void variableOfThatNameIsNoSwitch(String text) {
    assertThat(of(text)).isEqualTo(new Entered.Words(Language.JAVASCRIPT, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"py [0]", "py in x", "py instanceof Array", "py (1)"})
  void whereThereIsAVariableOfThatNameItGoesOn(String text) {
    assertThat(of(text, "py")).isEqualTo(new Entered.Words(Language.JAVASCRIPT, text));
    assertThat(of("py x", "py")).isEqualTo(new Entered.Words(Language.PYTHON, "x"));
  }

  @Test
  void questionMarkAsksForHelp() {
    assertThat(of("cluster.retire?"))
        .isEqualTo(new Entered.Question(Language.JAVASCRIPT, "cluster.retire", false));
    assertThat(of("cluster??"))
        .isEqualTo(new Entered.Question(Language.JAVASCRIPT, "cluster", true));
    assertThat(of("a ? b : c")).isEqualTo(new Entered.Words(Language.JAVASCRIPT, "a ? b : c"));
  }
}
