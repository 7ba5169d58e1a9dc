package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Words;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class WordsCommandTest {
  @Test
  void tellsOneWordInBothLanguages() {
    Shell.Result result = Shell.bare().run("words", "retire");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .startsWith("cluster.retire(nodes, {drain, batch, onDeadline, overrides}) → plan\n")
        .contains("{drain: \"2h\"}", "drain=\"2h\"");
  }

  @Test
  void snakeCaseIsAnsweredInPython() {
    assertThat(Shell.bare().run("words", "in_queue").out()).startsWith("nodes.in_queue(queue)");
    assertThat(Shell.bare().run("words", "in_queue", "--lang", "js").out())
        .startsWith("nodes.inQueue(queue)");
  }

  @Test
  void jsonIsOneDocumentOfAllKinds() {
    JsonNode document = Shell.bare().run("words", "-o", "json").json();
    assertThat(document.propertyNames()).containsExactly("kinds", "facts", "words", "errors");
    assertThat(document.get("kinds")).hasSize(Words.catalogue().kinds().size());
  }

  @Test
  void jsonTellsWhatAWordTakes() {
    JsonNode word = Shell.bare().run("words", "retire", "-o", "json").json().at("/words/0");
    assertThat(word.get("key").asString()).isEqualTo("cluster.retire");
    assertThat(word.get("effect").asString()).isEqualTo("read");
    assertThat(word.at("/gives/of").asString()).isEqualTo("plan");
    assertThat(word.at("/examples/python").asString()).contains("drain=\"2h\"");
    JsonNode onDeadline = word.at("/parameters/3");
    assertThat(onDeadline.get("python").asString()).isEqualTo("on_deadline");
    assertThat(onDeadline.get("option").asBoolean()).isTrue();
    assertThat(onDeadline.at("/type/of/2").asString()).isEqualTo("force");
  }

  @Test
  void namesAreOneALine() {
    assertThat(Shell.bare().run("words", "-o", "name").out().lines())
        .contains("cluster", "cluster.retire", "show", "RefusedError");
  }

  @Test
  void unknownWordIsAUsageErrorThatSuggests() {
    Shell.Result result = Shell.bare().run("words", "retier");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("there is no word \"retier\"; did you mean retire?");
  }
}
