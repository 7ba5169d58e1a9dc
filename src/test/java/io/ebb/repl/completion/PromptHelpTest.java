package io.ebb.repl.completion;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import io.ebb.text.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptHelpTest {
  private final PromptHelp help = new PromptHelp(new Stage(32));

  private String of(Language language, String text) {
    HelpLine line = HelpLine.of(language, text).orElseThrow();
    return help.of(line, language, Palette.PLAIN, 80);
  }

  @Test
  void variableTellsWhatItIsAndWhatItCan() {
    assertThat(of(JAVASCRIPT, "cluster?"))
        .startsWith("cluster: cluster ehpc-8jqdq0mz\n  A cluster.\n  facts: id, name")
        .contains("retire()", "cluster?? tells of each")
        .doesNotContain("Looked up once");
    assertThat(of(PYTHON, "idle?")).contains("in_queue()");
  }

  @Test
  void twoMarksTellEverything() {
    assertThat(of(JAVASCRIPT, "cluster??"))
        .startsWith("cluster: cluster ehpc-8jqdq0mz\n")
        .contains("Looked up once", "retire(nodes, {drain, batch, onDeadline, overrides}) → plan");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster.retire?                | cluster.retire(nodes, {drain",
        "cluster.queue('b').nodes().idle? | nodes.idle() → nodes",
        "plan.apply?                    | plan.apply() → run",
        "idle.items()[0].host?          | node.host: text",
        "confirm?                       | confirm(question, {name})",
        "RefusedError?                  | errors",
      })
  void wordsAreToldInFull(String text, String begin) {
    assertThat(of(JAVASCRIPT, text)).startsWith(begin);
  }

  @Test
  void wordHasAnExampleToPasteAndItsEffect() {
    assertThat(of(PYTHON, "cluster.retire?"))
        .contains("cluster.retire(\"node[1-4]\", drain=\"2h\")", "on_deadline");
    assertThat(of(PYTHON, "plan.apply?")).containsPattern("\\(Destroys\\s+something\\.\\)");
  }

  @Test
  void expressionIsToldByItsTypeAlone() {
    assertThat(of(JAVASCRIPT, "cluster.nodes().idle()?"))
        .startsWith("cluster.nodes().idle(): nodes");
    assertThat(of(JAVASCRIPT, "ehpc.clusters()?")).isEqualTo("ehpc.clusters(): list of cluster\n");
    assertThat(of(JAVASCRIPT, "ehpc?")).startsWith("ehpc: ehpc\n");
  }

  @Test
  void plainValuesTellWhatTheyHold() {
    assertThat(of(JAVASCRIPT, "answer?")).isEqualTo("answer: whole number, 42\n");
    assertThat(of(JAVASCRIPT, "racks?")).isEqualTo("racks: any value, 2 members\n  east, west\n");
  }

  @Test
  void unknownNameHasItsNeighbours() {
    assertThat(of(JAVASCRIPT, "clutser?")).contains("did you mean cluster?");
    assertThat(of(JAVASCRIPT, "cluster.retrie?")).contains("did you mean cluster.retire?");
    assertThat(of(JAVASCRIPT, "xyzzyplugh?")).contains(":help tells what there is");
  }
}
