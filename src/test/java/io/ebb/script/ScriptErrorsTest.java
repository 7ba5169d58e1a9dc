package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static io.ebb.sim.Change.Kind.OPERATION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.NotFoundException;
import io.ebb.run.RefusedException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ScriptErrorsTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void syntaxErrorOfJavaScriptHasItsPlace() {
    ScriptException e = errorOf(JAVASCRIPT, "const a = 1\n  let x = ;\n");

    assertThat(e.location()).isEqualTo("test.js:2:11");
    assertThat(e.excerpt()).isEqualTo("  let x = ;\n          ^");
    assertThat(e).hasMessage("SyntaxError: Expected an operand but found ;").hasNoCause();
  }

  @Test
  void syntaxErrorOfPythonHasItsPlace() {
    ScriptException e = errorOf(PYTHON, "x = 1\ndef f(:\n  pass\n");

    assertThat(e.location()).isEqualTo("test.python:2:6");
    assertThat(e.sourceLine()).isEqualTo("def f(:");
    assertThat(e).hasMessageContaining("'(' was never closed").hasNoCause();
  }

  @Test
  void exceptionOfJavaScriptHasThePlaceWhereItWasThrown() {
    ScriptException e = errorOf(JAVASCRIPT, "function f() {\n  return nothing.here\n}\n\nf()\n");

    assertThat(e.location()).isEqualTo("test.js:2:10");
    assertThat(e).hasMessageContaining("nothing is not defined");
  }

  @Test
  void exceptionOfPythonHasThePlaceWhereItWasThrown() {
    ScriptException e = errorOf(PYTHON, "def f():\n    return 1 + nothing\n\nf()\n");

    assertThat(e.location()).isEqualTo("test.python:2:16");
    assertThat(e).hasMessageContaining("'nothing' is not defined");
  }

  @Test
  void failedWordOfJavaScriptPointsToTheCallAndKeepsItsCause() {
    ScriptException e =
        errorOf(JAVASCRIPT, "const c = ehpc.cluster('ehpc-nope')\nconst n = c.nodes()\n");

    assertThat(e.location()).isEqualTo("test.js:2:11");
    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
    assertThat(e.hint()).isNotEmpty();
  }

  @Test
  void failedWordOfPythonPointsToTheCallAndKeepsItsCause() {
    ScriptException e = errorOf(PYTHON, "c = ehpc.cluster('ehpc-nope')\nn = c.nodes()\n");

    assertThat(e.location()).isEqualTo("test.python:2:1");
    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
    assertThat(e.hint()).isNotEmpty();
  }

  @Test
  void refusedPlanIsTheCauseOfTheError() {
    ScriptException e =
        errorOf(PYTHON, "ehpc.cluster('ehpc-8jqdq0mz').retire('@role:compute').apply()\n");

    assertThat(e).hasCauseInstanceOf(RefusedException.class);
    assertThat(stage.simulator.changes()).noneMatch(change -> change.kind() == OPERATION_STARTED);
  }

  @Test
  void misspeltOptionIsTheScriptsOwnFaultAndIsNamed() {
    ScriptException e =
        errorOf(JAVASCRIPT, "ehpc.cluster('ehpc-8jqdq0mz').retire('node1', {drian: 1})\n");

    assertThat(e).hasMessageContaining("there is no option drian; did you mean drain?");
    assertThat(e).hasNoCause();
  }

  @Test
  void undeclaredParameterIsAnErrorInBothLanguages() {
    assertThat(errorOf(JAVASCRIPT, "show(params.count)"))
        .hasMessageContaining("the head declares no parameter count");
    assertThat(errorOf(PYTHON, "show(params.count)"))
        .hasMessageContaining("the head declares no parameter count");
  }

  @ParameterizedTest
  @EnumSource
  void parametersAreSpeltAsTheLanguageSpellsThemAndNothingWhenNotGiven(Language language) {
    String head =
        "# ---\n# params: {min-age: {type: duration, default: 30d}, note: {required: false}}\n# ---\n";
    String text =
        switch (language) {
          case JAVASCRIPT ->
              head.replace("#", "//") + "show([params.minAge, params.note ? 1 : 0, params.note])";
          case PYTHON -> head + "show([params.min_age, 1 if params.note else 0, params.note])";
        };
    Script script = Script.of("test", language, text);

    stage.run(script, Parameters.bind(script.head().parameters(), Map.of()));

    assertThat(stage.host.shown).containsExactly(Arrays.asList("30d", 0L, null));
  }

  @Test
  void cancelledScriptEndsAtItsNextWordWhateverItCatches() {
    stage.ebb.cancel();

    CancelledException e =
        catchThrowableOfType(
            CancelledException.class,
            () -> stage.run(JAVASCRIPT, "try { ehpc.clusters() } catch (e) { show('caught') }"));

    assertThat(e).isNotNull();
    assertThat(stage.simulator.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT | for (;;) { try { ehpc.clusters() } catch (e) {} }",
        "JAVASCRIPT | try { ehpc.clusters() } catch (e) {}",
        "PYTHON     | while True:\\n  try:\\n    ehpc.clusters()\\n  except:\\n    pass",
        "PYTHON     | try:\\n  ehpc.clusters()\\nexcept:\\n  pass",
      })
  @Timeout(20)
  void cancelledScriptCannotGoOnByCatchingTheCancellation(Language language, String text) {
    stage.ebb.cancel();

    CancelledException e =
        catchThrowableOfType(
            CancelledException.class, () -> stage.run(language, text.replace("\\n", "\n")));

    assertThat(e).isNotNull();
    assertThat(stage.simulator.calls()).isEmpty();
  }

  @Test
  void promiseThatFailsIsAnErrorWithItsPlaceAndItsCause() {
    ScriptException own = errorOf(JAVASCRIPT, "show(1)\nPromise.reject(new Error('lost'))\n");
    assertThat(own).hasMessage("lost").hasNoCause();
    assertThat(own.location()).isEqualTo("test.js:2:16");

    ScriptException word =
        errorOf(
            JAVASCRIPT,
            """
            const c = ehpc.cluster('ehpc-8jqdq0mz')
            ;(async () => { c.retire('controller1').apply() })()
            """);
    assertThat(word).hasCauseInstanceOf(RefusedException.class);
    assertThat(word.location()).isEqualTo("test.js:2:17");
  }

  private ScriptException errorOf(Language language, String text) {
    return catchThrowableOfType(ScriptException.class, () -> stage.run(language, text));
  }
}
