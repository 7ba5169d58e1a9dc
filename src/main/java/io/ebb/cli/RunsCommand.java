package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.RunHead;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb runs`: lists the runs that the journal knows.
@Command(
    name = "runs",
    description = "List the runs that the journal knows, the youngest first.",
    footer = {"", "  ebb runs -n 5", "  ebb runs --all -o json"})
final class RunsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      defaultValue = "20",
      description = "So many at most (default: 20).")
  private int number = 20;

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Override
  public Integer call() {
    if (number < 1) {
      throw new UsageException("-n " + number + " shows nothing: from 1 up, or --all");
    }
    try (Borrowed<Journal> borrowed = common.journal("runs")) {
      Journal journal = borrowed.get();
      Instant now = common.clock().instant();
      List<RunRow> rows =
          journal.heads(all ? Integer.MAX_VALUE : number).stream()
              .map(head -> head.parent() == null ? head.id() : head.parent())
              .distinct()
              .flatMap(run -> withParts(run, journal))
              .map(head -> RunRow.of(head, journal, now))
              .toList();
      if (rows.isEmpty() && common.format() == Format.TABLE) {
        common.tell(noneYet());
      } else {
        common.screen().show(rows);
      }
      rows.stream().filter(RunRow::tampered).forEach(row -> warn(row.head().id()));
      if (rows.stream().anyMatch(row -> row.head().resumable() && !row.tampered())) {
        common.tell("interrupted: ebb resume RUN goes on, ebb undo RUN puts back what can be");
      }
      return ExitCode.DONE;
    }
  }

  private void warn(String run) {
    common.warn(
        "the journal of run %s was changed by hand: ebb show %s tells where".formatted(run, run));
  }

  private String noneYet() {
    return common.lender() == null
        ? "no runs yet: ebb retire and ebb run leave them here"
        : "no runs yet: a plan that is applied leaves one";
  }

  /// The plans that a script has applied stand below it.
  private static Stream<RunHead> withParts(String run, Journal journal) {
    return Stream.concat(Stream.of(journal.head(run)), journal.parts(run).stream());
  }
}
