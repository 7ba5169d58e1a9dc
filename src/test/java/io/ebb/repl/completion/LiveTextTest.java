package io.ebb.repl.completion;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiveTextTest {
  private final Stage stage = new Stage(32);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "cluster.retire(\"node3|¦ node3 node30 node31 node32",
        "cluster.retire(\"node[3-5],lo|¦ login1",
        "cluster.retire(\"node31,node3|¦ node3 node30 node32",
        "cluster.retire(\"no|¦ node[1-32] node1",
        "cluster.retire(\"@|¦ @queue:batch @queue:big @role:compute",
        "cluster.retire(\"@role:lo|¦ @role:login",
        "cluster.retire([\"node1\", \"lo|¦ login1",
        "cluster.retire(\"node[1-9]!log|¦ login1",
        "cluster.retire(\"cln-l|¦ cln-l0000001",
        "idle.named('contr|¦ controller1",
        "ehpc.cluster(\"e|¦ ehpc-8jqdq0mz\"",
        "ehpc.cluster(\"ehpc-8jqdq0mz\").queue(\"b|¦ batch\" big\"",
        "idle.inQueue('ehpcq-b|¦ ehpcq-bbbbbbbb'",
        "idle.where(n => n.queue == '|¦ ehpcq-aaaaaaaa' ehpcq-bbbbbbbb'",
        "const id = \"ehpc-|¦ ehpc-8jqdq0mz\"",
      })
  void idsGoOn(String text, String expected) {
    List<String> wanted = List.of(expected.split(" "));
    assertThat(stage.values(JAVASCRIPT, text).stream().limit(wanted.size())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {"cluster.retire(\"node[3-|", "log(\"no|", "cluster.retire(\"node[1-4]-|"})
  void nothingIsMadeUp(String text) {
    assertThat(stage.values(JAVASCRIPT, text)).isEmpty();
  }

  @Test
  void nodesTellHowTheyAre() {
    Candidate node = stage.candidates(PYTHON, "cluster.retire('node32|").getFirst();
    assertThat(node.description()).isEqualTo("compute · active · batch · healthy · 节点");
    assertThat(node.start()).isEqualTo(16);
  }

  @Test
  void queuesAndClustersTellHowTheyAre() {
    assertThat(stage.candidates(PYTHON, "cluster.queue('ba|").getFirst().description())
        .isEqualTo("ehpcq-aaaaaaaa · 批处理 · 3 nodes");
    assertThat(stage.candidates(PYTHON, "ehpc.cluster('|").getFirst().description())
        .isEqualTo("气象 · active · 34 nodes");
  }

  @Test
  void manyNodesGoOnStepByStep() {
    Stage large = new Stage(10_000);
    List<Candidate> first = large.candidates(JAVASCRIPT, "cluster.retire(\"no|");
    assertThat(first.stream().map(Candidate::value))
        .containsExactly(
            "node[1-10000]",
            "node1",
            "node2",
            "node3",
            "node4",
            "node5",
            "node6",
            "node7",
            "node8",
            "node9");
    assertThat(first.get(1).description()).isEqualTo("begins 1,112 nodes");
    assertThat(large.values(JAVASCRIPT, "cluster.retire(\"node12|")).contains("node120");
    assertThat(large.values(JAVASCRIPT, "cluster.retire(\"node987|"))
        .containsExactly(
            "node987",
            "node9870",
            "node9871",
            "node9872",
            "node9873",
            "node9874",
            "node9875",
            "node9876",
            "node9877",
            "node9878",
            "node9879");
  }
}
