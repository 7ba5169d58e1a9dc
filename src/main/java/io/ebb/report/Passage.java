package io.ebb.report;

import io.ebb.run.Entry.BlockEnd;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Prose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of what a script, a runbook or a session tells, in the order of its text.
public sealed interface Passage {

  /// Prose of a runbook.
  record Text(Prose prose) implements Passage {}

  /// Something that was shown.
  ///
  /// @param at when; null when that is not known
  /// @param text as it was shown
  record Output(@Nullable Instant at, String text) implements Passage {}

  /// A block of a runbook, and what came of it.
  ///
  /// @param place its place among the blocks, from 1
  /// @param began when it began; null when it did not
  /// @param ended when it ended; null when it has not
  /// @param end how it ended; null when it has not
  /// @param note why it ended so, or what whoever did it has noted; empty when there is nothing to
  ///   say
  /// @param by who has decided so; empty when nobody was asked
  /// @param shown what was shown meanwhile
  /// @param runs the ids of the runs of plans that it has begun
  record Filled(
      Block block,
      int place,
      @Nullable Instant began,
      @Nullable Instant ended,
      @Nullable BlockEnd end,
      String note,
      String by,
      List<Output> shown,
      List<String> runs)
      implements Passage {
    /// Copies the lists.
    public Filled {
      shown = List.copyOf(shown);
      runs = List.copyOf(runs);
    }
  }

  /// A statement that was said in a session, and what came of it.
  ///
  /// @param language the id of its language
  /// @param code as it was typed
  /// @param began when it began; null when that is not known
  /// @param ended when it ended; null when it has not, or that is not known
  /// @param error what went wrong; empty when nothing did
  /// @param shown what was shown meanwhile
  /// @param runs the ids of the runs that it has begun
  record Statement(
      String language,
      String code,
      @Nullable Instant began,
      @Nullable Instant ended,
      String error,
      List<Output> shown,
      List<String> runs)
      implements Passage {
    /// Copies the lists.
    public Statement {
      shown = List.copyOf(shown);
      runs = List.copyOf(runs);
    }
  }
}
