package io.ebb.script;

import io.ebb.run.Crash;
import io.ebb.run.Journal;
import io.ebb.script.runbook.Runbook;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// Runbooks that were carried out on a simulated cluster, for those who read journals.
public final class RehearsedRunbooks {
  private static final String TEXT =
      """
      ---
      title: Retire node29
      ---
      # Retire node29

      Look first, then act.

      ```js {name=retire confirm="Retire it now?"}
      const cluster = ehpc.cluster("ehpc-8jqdq0mz")
      show("looked")
      cluster.retire("node29").apply()
      ```

      ```text {manual name=unplug}
      Pull the plug.
      ```

      ```python {name=after}
      show("after")
      ehpc.cluster("ehpc-8jqdq0mz").queue("none")
      ```
      """;

  private RehearsedRunbooks() {}

  /// A run as it stands in its journal.
  ///
  /// @param run its id
  /// @param now a moment after its last event
  public record Carried(String run, Journal journal, Instant now) {}

  /// What is seen of a runbook of three blocks: one that retires a node, one by hand, and one that
  /// fails.
  public static <T> T failed(Function<Carried, T> look) {
    try (Rehearsal rehearsal = new Rehearsal()) {
      run(rehearsal, Crash.never());
      return look.apply(carried(rehearsal));
    }
  }

  /// The same, whose process has died in its first block, and which somebody has gone on with.
  public static <T> T killedAndResumed(Function<Carried, T> look) {
    try (Rehearsal rehearsal = new Rehearsal()) {
      run(rehearsal, Crash.when("after writing Receipt", 2));
      try {
        rehearsal.resumeRunbook(rehearsal.run().orElseThrow());
      } catch (ScriptException _) { // that of its last block
        return look.apply(carried(rehearsal));
      }
      throw new AssertionError("its last block does not fail");
    }
  }

  private static void run(Rehearsal rehearsal, Crash crash) {
    rehearsal.given = Map.of("retire", "yes", "unplug", "done: both cables");
    try {
      rehearsal.run(crash, Runbook.of("ops/retire.md", TEXT), Rehearsal.ALL);
    } catch (ScriptException _) { // that of its last block
      return;
    }
  }

  private static Carried carried(Rehearsal rehearsal) {
    return new Carried(rehearsal.run().orElseThrow(), rehearsal.journal, rehearsal.now());
  }
}
