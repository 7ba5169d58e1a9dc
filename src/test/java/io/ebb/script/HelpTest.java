package io.ebb.script;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `help` tells in each language, and what Python's own tools find out about words.
final class HelpTest {
  private static final String CLUSTER = "cluster = ehpc.cluster('ehpc-8jqdq0mz')\n";

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private String shown(Language language, String code) {
    stage.run(language, CLUSTER + code);
    return String.valueOf(stage.host.shown.getLast());
  }

  @Test
  void wordIsToldAsItsLanguageWritesIt() {
    assertThat(shown(JAVASCRIPT, "help(cluster.retire)"))
        .startsWith("cluster.retire(nodes, {")
        .contains("onDeadline", "Python      ");
    assertThat(shown(PYTHON, "help(cluster.retire)"))
        .startsWith("cluster.retire(nodes, ")
        .contains("on_deadline=");
    assertThat(shown(PYTHON, "help('in_queue')")).startsWith("nodes.in_queue(queue)");
  }

  @ParameterizedTest
  @EnumSource
  void helpTellsOfWordsObjectsAndNames(Language language) {
    assertThat(shown(language, "help(show)")).startsWith("show(value)");
    assertThat(shown(language, "help(help)")).startsWith("help(about)");
    assertThat(shown(language, "help(cluster)")).startsWith("cluster\n").contains("retire(nodes");
    assertThat(shown(language, "help('queue')")).startsWith("queue\n");
    assertThat(shown(language, "help(NotFoundError)")).contains("What the script named is not");
    assertThat(shown(language, "help()"))
        .startsWith("everywhere ")
        .contains("\nnodes ", "\nshare ", "help(\"cluster\")");
  }

  @Test
  void helpSaysWhatItDoesNotKnow() {
    assertThat(shown(JAVASCRIPT, "try { help('retrie') } catch (e) { show([e.name, e.message]) }"))
        .isEqualTo("[TypeError, there is no word \"retrie\"; did you mean retire?]");
    assertThat(shown(JAVASCRIPT, "try { help(() => 1) } catch (e) { show(e.message) }"))
        .isEqualTo("help tells of words, objects and kinds of Ebb: see help()");
    assertThat(shown(PYTHON, "try: help(len)\nexcept TypeError as e: show(str(e))"))
        .isEqualTo("help tells of words, objects and kinds of Ebb: see help()");
  }

  @Test
  void wordsOfPythonHaveSignaturesAndDocstrings() {
    assertThat(shown(PYTHON, "import inspect\nshow(str(inspect.signature(cluster.retire)))"))
        .startsWith("(nodes: 'Targets', *, ")
        .contains("drain: 'Span | None' = None")
        .endsWith(") -> 'Plan'");
    assertThat(shown(PYTHON, "show(type(cluster).retire.__doc__)")).startsWith("A plan");
    assertThat(
            shown(
                PYTHON, "show([cluster.retire.__qualname__, repr(cluster), 'id' in dir(cluster)])"))
        .isEqualTo("[cluster.retire, <Cluster ehpc-8jqdq0mz>, true]");
  }
}
