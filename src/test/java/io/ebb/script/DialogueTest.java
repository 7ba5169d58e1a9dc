package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.catalogue.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What statements give, and what they leave to the next ones.
final class DialogueTest {
  private static final String HEAD = "cluster = ehpc.cluster('" + Talk.CLUSTER + "')";

  @Test
  void variableOfOneStatementIsThereForTheNext() {
    try (Talk talk = new Talk()) {
      assertThat(talk.say(JAVASCRIPT, "const " + HEAD).silent()).isTrue();
      assertThat(talk.js("cluster.nodes().named('node[1-3]')")).isEqualTo("node[1-3]");

      assertThat(talk.say(PYTHON, HEAD).silent()).isTrue();
      assertThat(talk.py("cluster.nodes().named('node[1-3]')")).isEqualTo("node[1-3]");
    }
  }

  @Test
  void valuesAreToldAsTheLanguageWritesThem() {
    try (Talk talk = new Talk()) {
      assertThat(talk.js("'a' + 1")).isEqualTo("\"a1\"");
      assertThat(talk.js("0.5 + 1")).isEqualTo("1.5");
      assertThat(talk.js("null")).isEqualTo("null");
      assertThat(talk.js("2 > 1")).isEqualTo("true");
      assertThat(talk.js("[1, 'b']")).isEqualTo(List.of(1L, "b"));
      assertThat(talk.js("{a: 1}")).isEqualTo(Map.of("a", 1L));
      assertThat(talk.js("function f() {}; f")).isEqualTo("function f");
      assertThat(talk.py("'a' 'b'")).isEqualTo("'ab'");
      assertThat(talk.py("True")).isEqualTo("True");
      assertThat(talk.py("{'a': [1, None]}")).hasToString("{a=[1, null]}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT | var a = 1",
        "JAVASCRIPT | a = 1",
        "JAVASCRIPT | undefined",
        "JAVASCRIPT | show(1)",
        "JAVASCRIPT | function f() {}",
        "PYTHON     | a = 1",
        "PYTHON     | None",
        "PYTHON     | show(1)",
        "PYTHON     | import math",
      })
  void whatGivesNothingIsSilent(Language language, String text) {
    try (Talk talk = new Talk()) {
      assertThat(talk.say(language, text).silent()).isTrue();
    }
  }

  @Test
  void lastResultIsThere() {
    try (Talk talk = new Talk()) {
      talk.js("20 + 1");
      talk.js("show(_)");
      assertThat(talk.js("_ * 2")).isEqualTo("42");

      talk.py("20 + 1");
      talk.py("show(_)");
      assertThat(talk.py("_ * 2")).isEqualTo("42");
    }
  }

  @Test
  void declarationThatFailedSpoilsNoName() {
    try (Talk talk = new Talk()) {
      assertThat(talk.errorOf(JAVASCRIPT, "const nodes = ehpc.nothing()")).isNotNull();
      talk.js("const nodes = 1");
      talk.js("let nodes = 2");
      talk.js("class A {}\nclass B extends A {}");
      talk.js("class A { two() { return nodes } }");
      assertThat(talk.js("new A().two()")).isEqualTo("2");
    }
  }

  @Test
  void errorTellsTheStatementAndThePlaceInIt() {
    try (Talk talk = new Talk()) {
      ScriptException js = talk.errorOf(JAVASCRIPT, "const a = 1; const b = missing");
      assertThat(js.location()).isEqualTo("js[1]:1:24");
      assertThat(js.sourceLine()).isEqualTo("const a = 1; const b = missing");
      assertThat(js.hint()).contains("there from the start are");

      ScriptException py = talk.errorOf(PYTHON, "a = 1\nb = missing");
      assertThat(py.location()).isEqualTo("py[2]:2:5");
      assertThat(py.sourceLine()).isEqualTo("b = missing");
    }
  }

  @Test
  void sharedObjectWorksInTheOtherLanguageAndInLaterStatements() {
    try (Talk talk = new Talk()) {
      talk.js("share.set('cluster', ehpc.cluster('" + Talk.CLUSTER + "'))");
      talk.py("cluster = share.get('cluster')");
      assertThat(talk.py("cluster.nodes().named('login1').count")).isEqualTo("1");
    }
  }

  @Test
  void pythonTakesSeveralStatementsAndBlocks() {
    try (Talk talk = new Talk()) {
      talk.py("import math\ndef twice(x):\n    return 2 * x\n");
      assertThat(talk.py("y = twice(4)\ny + 1")).isEqualTo("9");
      talk.py("with step('look'):\n    z = math.floor(1.5)\n");
      assertThat(talk.py("z")).isEqualTo("1");
    }
  }

  @Test
  void tellsWhatSucceededInItsOrder() {
    try (Talk talk = new Talk()) {
      talk.js("a = 1");
      assertThat(talk.errorOf(JAVASCRIPT, "missing")).isNotNull();
      talk.py("b = 2");
      talk.js("3");
      assertThat(talk.dialogue.said())
          .extracting(spoken -> spoken.statement().text())
          .containsExactly("a = 1", "b = 2", "3");
      talk.dialogue.reset(JAVASCRIPT);
      assertThat(talk.dialogue.said())
          .extracting(spoken -> spoken.statement().text())
          .containsExactly("b = 2");
      assertThat(talk.errorOf(JAVASCRIPT, "a")).isNotNull();
    }
  }

  @Test
  void tellsItsVariables() {
    try (Talk talk = new Talk()) {
      talk.js(
          "const " + HEAD + "\nconst idle = cluster.nodes().named('node[1-3]')\nconst o = {a: 1}");
      Map<String, Held> js = talk.dialogue.variables(JAVASCRIPT);
      assertThat(js).containsOnlyKeys("cluster", "idle", "o");
      assertThat(js)
          .containsEntry(
              "idle",
              new Held(new Shape.Thing("nodes"), Talk.CLUSTER, List.of(), "3 nodes node[1-3]"));
      assertThat(js)
          .containsEntry(
              "o", new Held(new Shape.Named(new Shape.Any()), "", List.of("a"), "an object"));

      talk.py(HEAD + "\nd = {'b': 2}\nt = 'text'");
      Map<String, Held> py = talk.dialogue.variables(PYTHON);
      assertThat(py).containsOnlyKeys("cluster", "d", "t");
      assertThat(py)
          .containsEntry(
              "d", new Held(new Shape.Named(new Shape.Any()), "", List.of("b"), "a dict of 1"));
    }
  }
}
