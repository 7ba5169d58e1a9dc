package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The mistakes that are made most, and what somebody who has made one is told.
final class SlipsTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT | sohw(3)                 | there from the start are ask, confirm, ehpc,",
        "PYTHON     | sohw(3)                 | there from the start are ask, confirm, ehpc,",
        "JAVASCRIPT | const n = await c.nodes() | leave await out",
        "PYTHON     | c.retire('node3', drian='2h') | say cluster.retire(nodes, drain=…, batch=…,",
        "PYTHON     | log(1, 2)               | say log(line)",
        "JAVASCRIPT | c.nodes.idle()          | say nodes(), it is a word",
        "PYTHON     | c.nodes.idle()          | as in cluster.nodes().idle()",
        "PYTHON     | c.nodes().count()       | facts have no parentheses",
        "PYTHON     | c.retire('node32').nodes[0].host | plain data is a dict: write [\"host\"]",
      })
  void whatALanguageRefusesIsHinted(Language language, String line, String hint) {
    assertThat(errorOf(language, line).hint()).contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT | c.nodes().where(n => { n.cpu > 8 })   | is a return missing?",
        "JAVASCRIPT | c.nodes().where(n => n.jobs.some)     | true or false, not a function",
        "PYTHON     | c.nodes().where(lambda n: n.jobs.sort) | true or false, not a function",
        "JAVASCRIPT | show((async () => c.nodes())())       | without async and await",
        "PYTHON     | c.add_nodes('2')                      | cluster.add_nodes(count, role=…): count",
        "PYTHON     | c.nodes().wait_until(3)               | nodes.wait_until(test, at_most=…): test",
      })
  void whatCannotBeMeantIsRefused(Language language, String line, String message) {
    assertThat(errorOf(language, line)).hasMessageContaining(message);
  }

  @Test
  void syntaxErrorOfPythonTellsItsLineOnce() {
    assertThat(errorOf(PYTHON, "\nif True:\n        log(1)\n\tlog(2)").getMessage())
        .startsWith("TabError: ")
        .doesNotContain("line ");
  }

  @Test
  void errorHasItsMessageInPython() {
    stage.run(
        PYTHON,
        """
        try:
            ehpc.cluster("ehpc-8jqdq0mz").retire("node99")
        except NotFoundError as error:
            show(error.message)
        """);

    assertThat(stage.host.shown.toString()).contains("has no node node99");
  }

  @Test
  void planThatNothingBecameOfIsTold() {
    stage.run(
        JAVASCRIPT, CLUSTER + "c.retire('node32'); c.plan('rack 4').fence('node31').drain('1h')");

    assertThat(stage.host.logged)
        .filteredOn(line -> line.startsWith("warning: "))
        .hasSize(2)
        .anyMatch(line -> line.contains("retire 1 of 32 compute nodes"))
        .anyMatch(line -> line.contains("\"rack 4\" was made, and neither shown nor applied"));
  }

  @Test
  void planThatWasShownOrReadIsNotTold() {
    stage.run(
        JAVASCRIPT,
        CLUSTER + "show(c.retire('node32')); c.plan('rack 4').fence('node31').violations");

    assertThat(stage.host.logged).noneMatch(line -> line.startsWith("warning: "));
  }

  private static final String CLUSTER = "const c = ehpc.cluster('ehpc-8jqdq0mz'); ";

  private ScriptException errorOf(Language language, String line) {
    String cluster = language == PYTHON ? CLUSTER.replace("const ", "") : CLUSTER;
    return catchThrowableOfType(ScriptException.class, () -> stage.run(language, cluster + line));
  }
}
