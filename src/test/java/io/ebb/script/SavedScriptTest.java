package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.head.Parameters;
import io.ebb.script.saved.Saved;
import io.ebb.script.saved.SavedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was saved of a session runs, does what was done in it, and takes other values.
final class SavedScriptTest {
  private static final List<String> JAVASCRIPT =
      List.of(
          "const cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")",
          "const queue = cluster.queue('nope')",
          "const queue = cluster.queue('vis')",
          "// 空闲 nodes\nconst idle = queue\n  .nodes()\n  .where(n => n.jobs.length === 0 && !/\"x\\\\/.test(n.host))",
          "?queue.nodes().busy().folded",
          "?idle.pick(2)",
          "const plan = cluster.retire(_, {drain: \"5m\", batch: 'all'})",
          "?plan",
          "const run = plan.apply()",
          "?run.retired",
          "log(`${_.length} 节点 gone`)");

  private static final List<String> PYTHON =
      List.of(
          "cluster = ehpc.cluster(\"ehpc-8jqdq0mz\")",
          "queue = cluster.queue('vis')",
          "# 空闲 nodes\ndef free(nodes):\n    \"\"\"All \\\\ that.\"\"\"\n\n    return nodes.where(lambda n: not n.jobs)\n",
          "idle = free(queue.nodes())",
          "?queue.nodes().busy().folded",
          "?idle.pick(2)",
          "plan = cluster.retire(_, drain=\"5m\", batch='all')",
          "?plan",
          "run = plan.apply()",
          "?run.retired",
          "log(f\"{len(_)} 节点 gone\")");

  @ParameterizedTest
  @EnumSource
  void savedScriptDoesWhatWasDone(Language language) {
    Saved saved = new SavedSession(said(language), Set.of()).script(language, "What was done");

    try (Stage stage = new Stage()) {
      run(stage, language, saved.text(), Map.of());

      assertThat(saved.notes()).isEmpty();
      assertThat(stage.host.runs)
          .singleElement()
          .satisfies(run -> assertThat(run.nodes()).hasSize(2));
      assertThat(stage.host.logged).contains("2 节点 gone");
      assertThat(stage.host.shown).hasSize(3);
    }
    try (Stage stage = new Stage()) {
      run(stage, language, saved.text(), Map.of("queue", "batch", "count", "1"));

      assertThat(stage.host.logged).contains("1 节点 gone");
    }
  }

  /// What begins with a question mark gave a value that was shown.
  private static List<Spoken> said(Language language) {
    List<Spoken> said = new ArrayList<>();
    for (String line : language == Language.PYTHON ? PYTHON : JAVASCRIPT) {
      boolean silent = !line.startsWith("?");
      String name = language.id() + "[" + (said.size() + 1) + "]";
      said.add(
          Spoken.typed(new Statement(language, silent ? line : line.substring(1), name), silent));
    }
    return said;
  }

  private static void run(Stage stage, Language language, String text, Map<String, String> given) {
    Script script = Script.of("saved" + language.extension(), language, text);
    stage.run(script, Parameters.bind(script.head().parameters(), given));
  }
}
