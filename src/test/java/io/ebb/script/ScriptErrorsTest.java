package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static io.ebb.sim.Change.Kind.OPERATION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.NotFoundException;
import io.ebb.run.RefusedException;
import io.ebb.script.head.Parameters;
import java.util.Arrays;
import java.util.List;
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

    assertThat(e.location()).isEqualTo("test.python:2:7");
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

  @Test
  void misspeltFactIsNamed() {
    assertThat(errorOf(JAVASCRIPT, "ehpc.cluster('x').nmae"))
        .hasMessage("TypeError: there is no cluster.nmae; did you mean name?");
  }

  @Test
  void wordOfTheOtherLanguagesSpellingIsNamedAsThisOneSpellsIt() {
    assertThat(errorOf(PYTHON, "c = ehpc.cluster('x')\nc.sharedQueues()"))
        .hasMessage("AttributeError: there is no cluster.sharedQueues; did you mean shared_queues?")
        .extracting(ScriptException::line)
        .isEqualTo(2);
    assertThat(errorOf(JAVASCRIPT, "ehpc.cluster('x').shared_queues()"))
        .hasMessageContaining("did you mean sharedQueues?");
  }

  @Test
  void pythonMayAskWhatAThingHas() {
    stage.run(
        PYTHON,
        "c = ehpc.cluster('x')\nlog([hasattr(c, 'nodes'), hasattr(c, 'ndes'), getattr(c, 'a', 7)])");

    assertThat(stage.host.logged).containsExactly("[True, False, 7]");
  }

  @ParameterizedTest
  @EnumSource
  void valueThatHoldsItselfIsAnErrorWithItsPlace(Language language) {
    String text =
        switch (language) {
          case JAVASCRIPT -> "const a = []\na.push(a)\nshow(a)";
          case PYTHON -> "a = []\na.append(a)\nshow(a)";
        };

    ScriptException e = errorOf(language, text);

    assertThat(e).hasMessageContaining("a value holds itself");
    assertThat(e.line()).isEqualTo(3);
  }

  @Test
  void logTellsWhatTheLanguageWouldPrint() {
    String begin = "n = ehpc.cluster('ehpc-8jqdq0mz').nodes().named('node1')\nlog(n)\n";
    stage.run(PYTHON, begin + "log([n[0].host, 1])\nlog(IndexError('mine'))");
    stage.run(JAVASCRIPT, begin + "log([n.items()[0], 1])\nlog(new RangeError('mine'))");

    assertThat(stage.host.logged)
        .containsExactly("node1", "['node1', 1]", "mine", "node1", "node1,1", "RangeError: mine");
  }

  @Test
  void nodesOfPythonAreEqualByWhatTheyStandFor() {
    stage.run(
        PYTHON,
        """
        c = ehpc.cluster('ehpc-8jqdq0mz')
        a, b = c.nodes(), c.nodes()
        show([a[0] == b[0], a == b, a[0] == a[1], a[0] == 'node1', len({a[0], b[0], a[1]})])
        """);

    assertThat(stage.host.shown).containsExactly(List.of(true, true, false, false, 2L));
  }

  @Test
  void exitOfPythonIsAnErrorUnlessItsStatusIsZero() {
    stage.run(PYTHON, "import sys\nshow(1)\nsys.exit(0)\nshow(2)");

    assertThat(stage.host.shown).containsExactly(1L);
    assertThat(errorOf(PYTHON, "import sys\nsys.exit(3)"))
        .hasMessage("the script ended itself with exit status 3");
    assertThat(errorOf(PYTHON, "raise SystemExit('stop here')")).hasMessage("stop here");
  }

  @Test
  void whatTheSandboxForbidsIsAnErrorThatSaysSo() {
    for (String code : List.of("import os; os.system('true')", "import socket; socket.socket()")) {
      ScriptException e = errorOf(PYTHON, "x = 1\n" + code);

      assertThat(e)
          .hasMessageStartingWith("a script has no files, network, processes and threads: ");
    }
  }

  @Test
  void errorsOfTheScriptsOwnMakingAreToldAsTheyAre() {
    assertThat(errorOf(PYTHON, "class E(Exception):\n  _handle = 5\nraise E('mine')"))
        .hasMessage("E: mine");
    assertThat(errorOf(JAVASCRIPT, "throw {a: 1}")).hasMessage("{\"a\":1}");
    assertThat(errorOf(JAVASCRIPT, "const a = {}; a.a = a; throw a"))
        .hasMessage("the script threw a value of type object");
    assertThat(errorOf(JAVASCRIPT, "throw 'plain'")).hasMessage("plain");
    assertThat(errorOf(JAVASCRIPT, "throw new Error('one\\ntwo')")).hasMessage("one\ntwo");
  }

  @Test
  void wordTakenFromItsObjectSaysWhereItBelongs() {
    assertThat(errorOf(JAVASCRIPT, "const {nodes} = ehpc.cluster('x'); nodes()"))
        .hasMessageContaining("a word is said on its object, as in cluster.nodes()");
    assertThat(errorOf(JAVASCRIPT, "log()"))
        .hasMessage("TypeError: log(line) takes 1 argument, not 0");
  }

  @Test
  void errorOfPythonHasItsColumnAtEveryLevel() {
    assertThat(errorOf(PYTHON, "x = 1; y = nothing + 1\n").location())
        .isEqualTo("test.python:1:12");
    assertThat(errorOf(PYTHON, "def f():\n  return 1 / 0\nx = 1; f()\n").location())
        .isEqualTo("test.python:2:10");
    assertThat(errorOf(PYTHON, "if True:\n    raise ValueError('mine')\n").location())
        .isEqualTo("test.python:2:5");
  }

  @ParameterizedTest
  @EnumSource
  void errorThatIsCaughtAndRaisedAgainKeepsItsPlaceAndItsCause(Language language) {
    String text =
        switch (language) {
          case JAVASCRIPT ->
              """
              const c = ehpc.cluster('ehpc-nope')
              const n = () => c.nodes()
              try { n() } catch (e) { log(e.code); throw e }
              """;
          case PYTHON ->
              """
              c = ehpc.cluster('ehpc-nope')
              def n(): return c.nodes()
              try: n()
              except EhpcError as e: log(e.code); raise
              """;
        };

    ScriptException e = errorOf(language, text);

    assertThat(e.location()).isEqualTo("test." + language.id() + ":2:17");
    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
    assertThat(e.hint()).isNotEmpty();
    assertThat(stage.host.logged).containsExactly("2100");
  }

  @Test
  void patchedBuiltinsAndVariablesOfTheirNamesChangeNoWordAndNoError() {
    ScriptException e =
        errorOf(
            PYTHON,
            """
            import builtins
            def broken(*_): raise ValueError('patched')
            type = str = list = hasattr = isinstance = iter = slice = dict = "mine"
            for name in ('type', 'str', 'list', 'hasattr', 'isinstance', 'getattr', 'iter', 'slice',
                         'dict', 'zip', 'vars', 'bool', 'TypeError', 'enumerate'):
                setattr(builtins, name, broken)
            nodes = ehpc.cluster('ehpc-8jqdq0mz').nodes().named('node[1-3]')
            show([nodes[:2], nodes[0] == nodes[1], {'a': (1, None)}, nodes.where(lambda n: n.cpu)])
            ehpc.cluster('ehpc-nope').nodes()
            """);

    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
    assertThat(e.line()).isEqualTo(9);
    assertThat(stage.host.shown.toString())
        .isEqualTo("[[node[1-2], false, {a=[1, null]}, node[1-3]]]");
  }

  @Test
  void patchedIntrinsicsChangeNoWordAndNoError() {
    ScriptException e =
        errorOf(
            JAVASCRIPT,
            """
            const broken = () => { throw new Error('patched') }
            Array.from = Object.assign = Object.keys = Object.defineProperty = broken
            Object.prototype.get = broken
            Date.prototype.getTime = WeakMap.prototype.get = Map.prototype.get = broken
            for (const each of ["TypeError", "Error", "Map", "String", "Date"]) globalThis[each] = broken
            show([new Set([now() > 0]), (() => { try { ehpc.x } catch (e) { return e.name } })()])
            Array.prototype[Symbol.iterator] = broken
            show(ehpc.clusters())
            ehpc.cluster('ehpc-nope').nodes()
            """);

    assertThat(e).hasCauseInstanceOf(NotFoundException.class);
    assertThat(e.line()).isEqualTo(9);
  }

  private ScriptException errorOf(Language language, String text) {
    return catchThrowableOfType(ScriptException.class, () -> stage.run(language, text));
  }
}
