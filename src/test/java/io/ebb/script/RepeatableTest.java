package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.RunState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Scripts that hang on time and chance take the same way again; what hangs on anything else stops.
final class RepeatableTest {
  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @ParameterizedTest
  @EnumSource
  void timeAndChanceAreTheSameWhenAScriptIsRunAgain(Language language) {
    boolean died = rehearsal.run(Crash.when("before writing Finished"), chancy(language), Map.of());
    assertThat(died).isTrue();
    String run = rehearsal.run().orElseThrow();
    List<String> said = rehearsal.called(run).stream().map(Entry.Called::call).toList();
    assertThat(said).hasSize(8).doesNotHaveDuplicates();

    rehearsal.resume(run);

    assertThat(rehearsal.journal.head(run).state()).isEqualTo(RunState.DONE);
    assertThat(rehearsal.called(run)).hasSize(8);
  }

  /// Asks for queues that are called like what is not the same each time.
  private static Script chancy(Language language) {
    return switch (language) {
      case JAVASCRIPT ->
          Script.of(
              "test.js",
              language,
              """
              const cluster = ehpc.cluster("ehpc-8jqdq0mz")
              const say = what => { try { cluster.queue(`${what}`) } catch {} }
              say(Math.random())
              say(Date.now())
              say(new Date().toISOString())
              say(Date() + (new Date() instanceof Date) + (new Date(5) < new Date()))
              cluster.retire("node32", {batch: "all"}).apply()
              say(Math.random() + Date.now())
              """);
      case PYTHON ->
          Script.of(
              "test.py",
              language,
              """
              import random, time
              from datetime import datetime
              cluster = ehpc.cluster("ehpc-8jqdq0mz")
              def say(what):
                  try: cluster.queue(str(what))
                  except NotFoundError: pass
              say(random.random())
              say(time.time())
              say(datetime.now().isoformat())
              say("-".join({"one", "two", "three", "four", "five", "six"}))
              cluster.retire("node32", batch="all").apply()
              say(random.random() + time.time())
              """);
    };
  }

  @Test
  void planThatComesOutDifferentlyStopsTheScriptWithBothShown() {
    Script script =
        Script.of(
            "test.py",
            Language.PYTHON,
            """
            import os
            cluster = ehpc.cluster("ehpc-8jqdq0mz")
            seconds = 3600 + int.from_bytes(os.urandom(2), "big")
            cluster.plan("one").fence("node32").drain(seconds).delete().apply()
            """);
    assertThat(rehearsal.run(Crash.when("before writing Finished"), script, Map.of())).isTrue();
    String run = rehearsal.run().orElseThrow();

    ScriptException e = catchThrowableOfType(ScriptException.class, () -> rehearsal.resume(run));

    assertThat(e.getMessage())
        .containsPattern("recorded  plan\\(\"[0-9a-f]{16}\", \"one\"\\)\\.apply\\(\\)")
        .containsPattern("now       plan\\(\"[0-9a-f]{16}\", \"one\"\\)\\.apply\\(\\)");
    assertThat(e.hint()).contains("ebb undo " + run);
    assertThat(rehearsal.deleted()).hasSize(1);
  }
}
