package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.run.Entry;
import io.ebb.run.RunState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ResumedScriptTest {
  private static final String SCRIPT =
      """
      const cluster = ehpc.cluster("ehpc-8jqdq0mz")
      const idle = cluster.nodes().named("node[31-32]")
      const run = cluster.retire(idle.pick(1), {batch: "all"}).apply()
      show(run.retired)
      show(cluster.queues().length)
      """;

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void scriptThatOnlyLooksLeavesNoRun() {
    rehearsal.run(script("show(ehpc.clusters().length)"), Map.of());

    assertThat(rehearsal.journal.heads(10)).isEmpty();
  }

  @Test
  void everyCallOfAScriptThatChangesSomethingIsRecorded() {
    rehearsal.run(script(SCRIPT), Map.of());

    String run = Objects.requireNonNull(rehearsal.run());
    assertThat(rehearsal.called(run))
        .extracting(Entry.Called::call)
        .satisfiesExactly(
            call -> assertThat(call).isEqualTo("ehpc.cluster(\"ehpc-8jqdq0mz\").nodes()"),
            call ->
                assertThat(call).isEqualTo("ehpc.cluster(\"ehpc-8jqdq0mz\").retire(\"node32\")"),
            call -> assertThat(call).startsWith("plan(\"").endsWith(": node32\").apply()"),
            call -> assertThat(call).isEqualTo("ehpc.cluster(\"ehpc-8jqdq0mz\").queues()"));
    assertThat(rehearsal.journal.entries(run).getLast())
        .isInstanceOfSatisfying(
            Entry.Finished.class, end -> assertThat(end.state()).isEqualTo(RunState.DONE));
    assertThat(rehearsal.journal.head(run + ".1").parent()).isEqualTo(run);
  }

  @Test
  void whatIsRecordedIsNotAskedAgain() {
    rehearsal.dies = entry -> entry instanceof Entry.Called call && call.call().contains("queues");
    assertThatThrownBy(() -> rehearsal.run(script(SCRIPT), Map.of()))
        .isInstanceOf(Rehearsal.Death.class);
    rehearsal.dies = _ -> false;

    String run = Objects.requireNonNull(rehearsal.run());
    RecordingHost host = rehearsal.resume(run, Map.of());

    assertThat(rehearsal.calls).isEqualTo(1);
    assertThat(host.shown).containsExactly(List.of("node32"), 2L);
  }

  private static Script script(String text) {
    return Script.of("test.js", Language.JAVASCRIPT, text);
  }
}
