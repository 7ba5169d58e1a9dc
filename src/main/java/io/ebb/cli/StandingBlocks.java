package io.ebb.cli;

import io.ebb.run.Entry;
import io.ebb.run.Entry.BlockBegan;
import io.ebb.run.Entry.BlockEnded;
import io.ebb.run.RunState;
import io.ebb.text.Durations;
import io.ebb.text.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the blocks of a runbook stand, as people read it.
final class StandingBlocks {
  private final Standing run;
  private final List<Told> told = new ArrayList<>();
  private @Nullable BlockBegan open;

  /// What is told of one block.
  record Told(Style style, String text) {}

  private StandingBlocks(Standing run) {
    this.run = run;
  }

  /// Those that have begun or were left out, in this order; none of what is no runbook.
  static List<Told> of(Standing run) {
    StandingBlocks blocks = new StandingBlocks(run);
    run.entries().forEach(blocks::read);
    blocks.open();
    return blocks.told;
  }

  private void read(Entry entry) {
    if (entry instanceof BlockBegan began) {
      open = began;
    } else if (entry instanceof BlockEnded end) {
      told.add(new Told(style(end), end.block() + " " + ended(end)));
      open = null;
    }
  }

  private static Style style(BlockEnded end) {
    return end.end() == Entry.BlockEnd.FAILED ? Style.WARNING : Style.DIM;
  }

  private String ended(BlockEnded end) {
    BlockBegan began = open;
    String took =
        began == null || end.end() == Entry.BlockEnd.SKIPPED
            ? ""
            : " in " + Durations.format(Duration.between(began.at(), end.at()));
    String by = end.by().isEmpty() ? "" : ", by " + end.by();
    return end.end().label() + took + (end.note().isEmpty() ? "" : ": " + end.note()) + by;
  }

  private void open() {
    BlockBegan began = open;
    if (began != null) {
      String since =
          run.state() == RunState.RUNNING
              ? "goes on for " + new Moments(run.now()).since(began.at())
              : "not finished";
      told.add(new Told(Style.BOLD, began.block() + " " + since));
    }
  }
}
