package io.ebb.repl.completion;

import static io.ebb.script.Language.JAVASCRIPT;
import static io.ebb.script.Language.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionsTest {
  private final Stage stage = new Stage(32);

  private static Language language(String id) {
    return Language.named(id).orElseThrow();
  }

  /// A bar is the cursor; the values that are expected come first, in this order.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "js¦ clu|¦ cluster",
        "js¦ cluster.na|¦ name",
        "js¦ cluster.que|¦ queue( queues()",
        "js¦ cluster.queue(\"batch\").no|¦ nodes()",
        "js¦ cluster.queue(\"batch\").nodes().idle().fo|¦ folded",
        "js¦ cluster.queue(f(a, [1, {b: ')'}])).nodes().idle().pi|¦ pick(",
        "js¦ cluster.nodes().items()[0].ho|¦ host",
        "js¦ ehpc.clusters()[0].ret|¦ retire(",
        "js¦ ehpc.clusters().find(c => c.na|¦ name",
        "js¦ [...idle].map(n => n.ho|¦ host",
        "js¦ idle.where(n => n.tra|¦ transition",
        "js¦ idle.where((n) => n.tra|¦ transition",
        "js¦ const x = cluster.nodes(); x.fol|¦ folded",
        "js¦ for (const n of idle) { n.hea|¦ health",
        "js¦ racks.|¦ east west",
        "js¦ params.c|¦ cluster count",
        "js¦ plan?.app|¦ apply()",
        "js¦ plan.steps.le|¦ length",
        "js¦ cluster.rN|¦ restartNodes(",
        "js¦ log(`it is ${cluster.sta|¦ status",
        "js¦ clu|(1)¦ cluster",
        "js¦ cluster.que|('x')¦ queue queues",
        "js¦ cluster.snapshot().nodes.busy().|¦ count folded length busy()",
        "python¦ cluster.queue('b').nodes().idle().in_q|¦ in_queue(",
        "python¦ idle.where(lambda n: n.tra|¦ transition",
        "python¦ idle[0].ho|¦ host",
        "python¦ idle[1:3].fo|¦ folded",
        "python¦ (idle - cluster.nodes()).fo|¦ folded",
        "python¦ [c.na| for c in ehpc.clusters()]¦ name",
        "python¦ for n in idle:\\n  n.hea|¦ health",
        "python¦ log(f\"it is {cluster.sta|¦ status",
        "python¦ cluster.an|¦ add_nodes(",
        "js¦ py cluster.add_|¦ add_nodes(",
        "python¦ js cluster.addN|¦ addNodes(",
        "js¦ :bg plan.app|¦ apply()",
        "js¦ retu|¦ return",
        "python¦ ela|¦ ",
        "python¦ lamb|¦ lambda",
      })
  void goesOnByWhatItMeans(String id, String text, String expected) {
    List<String> values = stage.values(language(id), text.replace("\\n", "\n"));
    List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
    assertThat(values).hasSizeGreaterThanOrEqualTo(wanted.size());
    assertThat(values.subList(0, wanted.size())).isEqualTo(wanted);
    if (wanted.isEmpty()) {
      assertThat(values).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "js¦ cluster.retire(idle, {dr|¦ drain: ",
        "js¦ cluster.retire(idle, {drain: '1h', |¦ batch: ,onDeadline: ,overrides: ",
        "js¦ cluster.retire(idle, {dr|, batch: 1})¦ drain: ",
        "js¦ cluster.retire(idle, {onDeadline: |¦ \"keep\",\"ask\",\"force\"",
        "js¦ cluster.retire(idle, {onDeadline: \"|¦ keep\",ask\",force\"",
        "js¦ cluster.retire(idle, {onDeadline: '|'})¦ keep,ask,force",
        "js¦ idle.role('|¦ login',controller',compute'",
        "js¦ idle.where(n => n.role === '|¦ login',controller',compute'",
        "python¦ cluster.retire(idle, dr|¦ drain=",
        "python¦ cluster.retire(idle, drain='1h', |¦ batch=,on_deadline=,overrides=",
        "python¦ cluster.retire(idle, on_deadline='f|¦ force'",
        "python¦ idle.wait_until(lambda n: True, at|¦ at_most=",
        "js¦ cluster.queue(|¦ \"batch\",\"big\"",
        "js¦ ehpc.cluster(|¦ \"ehpc-8jqdq0mz\"",
        "js¦ idle.where(|¦ n => ",
        "python¦ idle.where(|¦ lambda n: ",
        "js¦ cluster.retire(|¦ idle",
        "js¦ cluster.retire(idle, |¦ {drain: ,{batch: ,{onDeadline: ,{overrides: ",
        "python¦ plan.steps[0]['ho|¦ hosts'",
        "js¦ racks['e|¦ east'",
      })
  void openCallIsHelpedWith(String id, String text, String expected) {
    List<String> wanted = List.of((expected + " ").split(",")).stream().toList();
    List<String> values = stage.values(language(id), text.replace("\\n", "\n"));
    assertThat(values).hasSizeGreaterThanOrEqualTo(wanted.size());
    assertThat(values.subList(0, wanted.size()).stream().map(String::strip))
        .isEqualTo(wanted.stream().map(String::strip).toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "js¦ // clu|",
        "js¦ /* clu|",
        "js¦ log('clu|",
        "js¦ \"clu\"|",
        "js¦ 12|",
        "js¦ const clu|",
        "js¦ nobody.clu|",
        "js¦ cluster.nodes.id|",
        "python¦ # clu|",
        "python¦ '''clu|",
        "python¦ def clu|",
        "python¦ idle[0]['clu|']",
        "python¦ plan.steps[0].n|",
      })
  void saysNothingWhereNothingCanBeKnown(String id, String text) {
    assertThat(stage.values(language(id), text)).isEmpty();
  }

  @Test
  void factsStandBeforeWordsAndKeywordsLast() {
    assertThat(stage.candidates(JAVASCRIPT, "cluster.|").stream().map(Candidate::group).distinct())
        .containsExactly("facts", "words");
    assertThat(stage.candidates(PYTHON, "s|").stream().map(Candidate::group).distinct())
        .containsExactly("words", "language");
  }

  @Test
  void wordsTellTheirSignatureAndWhatTheyDestroy() {
    Candidate apply = stage.candidates(JAVASCRIPT, "plan.app|").getFirst();
    assertThat(apply.description()).startsWith("() → run · DESTROYS · ");
    Candidate retire = stage.candidates(PYTHON, "cluster.reti|").getFirst();
    assertThat(retire.description())
        .startsWith("(nodes, drain=…, batch=…, on_deadline=…, overrides=…) → plan · A plan that");
  }

  @Test
  void whatIsTypedIsReplacedFromItsBegin() {
    assertThat(stage.candidates(JAVASCRIPT, "show(cluster.na|").getFirst().start()).isEqualTo(13);
    assertThat(stage.candidates(JAVASCRIPT, ":bg plan.app|").getFirst().start()).isEqualTo(9);
  }

  @Test
  void behindAValueOnlyOperatorsCanFollow() {
    assertThat(stage.values(PYTHON, "x = cluster |")).contains("if", "and").doesNotContain("idle");
    assertThat(stage.values(JAVASCRIPT, "cluster\n|")).contains("cluster", "idle");
  }
}
