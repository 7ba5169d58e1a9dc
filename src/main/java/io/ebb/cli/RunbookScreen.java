package io.ebb.cli;

import io.ebb.api.Time;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.OnError;
import io.ebb.script.runbook.Prose;
import io.ebb.text.Durations;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows a runbook while it is carried out: among the results in a table for people, on standard
/// error beside results in another format.
final class RunbookScreen {
  /// A file has no width; this one reads well.
  private static final int PIPE_WIDTH = 100;

  private static final String INDENT = "  ";

  private final PrintStream out;
  private final Palette palette;
  private final int columns;
  private final boolean quiet;
  private final Time time;
  private final Common common;
  private final Map<BlockEnd, Integer> ends = new EnumMap<>(BlockEnd.class);
  private @Nullable Instant begun;
  private boolean any;

  RunbookScreen(Common common, Time time) {
    Screen screen = common.screen();
    boolean people = screen.format() == Format.TABLE;
    this.out = people ? screen.out() : common.errors();
    this.palette = people ? screen.palette() : common.errorPalette();
    this.columns =
        people ? screen.width().orElse(PIPE_WIDTH) : Math.min(common.errorColumns(), PIPE_WIDTH);
    this.quiet = common.quiet();
    this.common = common;
    this.time = time;
  }

  void prose(Prose prose) {
    List<String> lines = prose.lines(columns, palette);
    if (!lines.isEmpty()) {
      apart();
      lines.forEach(this::print);
    }
  }

  /// A line across the screen, and what a person is to do.
  void begins(Block block, int place, int count) {
    apart();
    begun = time.instant();
    String title = "── %d/%d ".formatted(place, count);
    Line name = Line.of(block.name());
    String by = " · " + (block.manual() ? "by hand" : BlockView.by(block)) + " ──";
    print(
        palette.paint(Style.DIM, title)
            + palette.paint(Style.BOLD, name.toString())
            + palette.paint(Style.DIM, by));
    if (block.manual()) {
      text(block);
    }
  }

  /// The code of a block; what a person is to do stands there already.
  void preview(Block block) {
    if (!block.manual()) {
      text(block);
    }
  }

  private void text(Block block) {
    print("");
    block.lines(columns - INDENT.length()).forEach(line -> print((INDENT + line).stripTrailing()));
    print("");
  }

  void ended(Block block, BlockEnd end, String note) {
    ends.merge(end, 1, Integer::sum);
    Instant since = begun;
    begun = null;
    if (since == null) {
      apart();
    }
    String took =
        since == null || end == BlockEnd.SKIPPED
            ? ""
            : " in " + Durations.format(Duration.between(since, time.instant()));
    boolean toldBelow = end == BlockEnd.FAILED && block.onError() == OnError.STOP;
    String why = note.isEmpty() || toldBelow ? "" : ": " + note;
    Style style =
        switch (end) {
          case DONE -> Style.SUCCESS;
          case SKIPPED -> Style.DIM;
          case FAILED -> Style.ERROR;
        };
    Line line = Line.of(block.name() + " " + end.label() + took + why);
    Paragraph.wrap(line.toString(), columns).forEach(each -> print(palette.paint(style, each)));
  }

  /// The runbook has come to its end.
  ///
  /// @param run its run; empty when it has none
  void close(Optional<String> run, RunState state) {
    String blocks =
        ends.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().label())
            .collect(Collectors.joining(", "));
    String what = run.map(id -> "run " + id + " ").orElse("") + state.label();
    common.tell(RunText.style(state), what + " · blocks: " + blocks);
  }

  /// A blank line, unless nothing stands above it.
  private void apart() {
    if (any) {
      print("");
    }
    any = true;
  }

  private void print(String line) {
    if (!quiet) {
      out.println(line);
      out.flush();
    }
  }
}
