package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.catalogue.Shape;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a statement gives is told in few words, or shown; never is it an error, or takes long.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DialogueEchoTest {
  private final Talk talk = new Talk();

  @AfterAll
  void over() {
    talk.close();
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of(JAVASCRIPT, "var a = []; a.push(a); a", "a list of 1"),
        Arguments.of(JAVASCRIPT, "var o = {}; o.o = o; o", "an object"),
        Arguments.of(JAVASCRIPT, "new Array(1e9)", "a list of 1000000000"),
        Arguments.of(JAVASCRIPT, "({get a() { throw new Error('no') }})", "an object"),
        Arguments.of(JAVASCRIPT, "class Q {}; Q", "class Q"),
        Arguments.of(JAVASCRIPT, "(function* () { yield 1 })()", "an object"),
        Arguments.of(JAVASCRIPT, "Promise.resolve(1)", "an object of Promise"),
        Arguments.of(JAVASCRIPT, "10n ** 1000000n", "a number of 3321929 bits"),
        Arguments.of(JAVASCRIPT, "-0", "-0"),
        Arguments.of(JAVASCRIPT, "new Error('gone')", "Error: gone"),
        Arguments.of(JAVASCRIPT, "/a+/g", "/a+/g"),
        Arguments.of(JAVASCRIPT, "Symbol('s')", "Symbol(s)"),
        Arguments.of(PYTHON, "a = []\na.append(a)\na", "a list of 1"),
        Arguments.of(PYTHON, "10 ** 1000000", "a number of 3321929 bits"),
        Arguments.of(PYTHON, "list(range(10 ** 6))", "a list of 1000000"),
        Arguments.of(PYTHON, "{1, 2}", "{1, 2}"),
        Arguments.of(PYTHON, "1j", "1j"),
        Arguments.of(PYTHON, "b'x'", "b'x'"),
        Arguments.of(
            PYTHON, "class Q:\n  def __repr__(self): raise ValueError\n\nQ()", "an object of Q"));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddValueIsToldInFewWords(Language language, String text, String told) {
    long since = System.nanoTime();
    assertThat(talk.value(language, text)).isEqualTo(told);
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void generatorIsNotUsedUpByBeingTold() {
    talk.js("var g = (function* () { yield 1; yield 2 })(); g");
    assertThat(talk.js("g.next().value")).isEqualTo("1");
    talk.py("g = (x for x in [1, 2])\ng");
    assertThat(talk.py("next(g)")).isEqualTo("1");
  }

  @Test
  void variablesAreToldWithoutRunningAGetter() {
    talk.js("var ran = 0; var w = {get a() { ran++; return 1 }}; undefined");
    assertThat(talk.dialogue.variables(JAVASCRIPT))
        .containsEntry(
            "w", new Held(new Shape.Named(new Shape.Any()), "", List.of("a"), "an object"));
    assertThat(talk.js("ran")).isEqualTo("0");
  }

  @Test
  void whatTheServiceRefusesWhenItIsToldIsAnErrorOfTheStatement() {
    ScriptException e = talk.errorOf(JAVASCRIPT, "ehpc.cluster('ehpc-nothing')");
    assertThat(e.getMessage()).contains("ehpc-nothing");
    assertThat(e.file()).startsWith("js[");
  }

  @Test
  void awaitGetsAHint() {
    assertThat(talk.errorOf(JAVASCRIPT, "await 1").hint()).contains("leave await out");
  }

  @Test
  void nameOfAWordCannotBeDeclared() {
    assertThat(talk.errorOf(JAVASCRIPT, "const show = 1").getMessage()).contains("show");
  }
}
