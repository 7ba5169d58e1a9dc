package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.RunHead;
import io.ebb.run.RunQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ebb runs`: lists the runs that the journal knows.
@Command(
    name = "runs",
    description = "List the runs that the journal knows, or those looked for, the youngest first.",
    footer = {
      "",
      "  ebb runs -n 5",
      "  ebb runs --node cln-4d0bcb6e",
      "  ebb runs --node 'node[5-9]' --outcome retired --since 30d",
      "  ebb runs --state failed,interrupted --script 'retire-*' --all -o json"
    })
final class RunsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunFilter filter;

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
      RunQuery query = filter.query(now);
      List<RunRow> rows =
          shown(journal.find(query, all ? Integer.MAX_VALUE : number), query, journal)
              .map(head -> RunRow.of(head, query, journal, now))
              .toList();
      if (rows.isEmpty() && common.format() == Format.TABLE) {
        common.tell(query.equals(RunQuery.ALL) ? noneYet() : "the journal knows no such run");
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

  /// The plans that a script has applied stand below it: those that were found, or all of them when
  /// none was looked for.
  private static Stream<RunHead> shown(List<RunHead> found, RunQuery query, Journal journal) {
    Map<String, List<RunHead>> byWhole =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    head -> head.parent() == null ? head.id() : head.parent(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byWhole.entrySet().stream()
        .flatMap(whole -> withParts(whole.getKey(), whole.getValue(), query, journal));
  }

  private static Stream<RunHead> withParts(
      String whole, List<RunHead> found, RunQuery query, Journal journal) {
    List<RunHead> parts = found.stream().filter(head -> head.parent() != null).toList().reversed();
    boolean every = parts.isEmpty() || query.equals(RunQuery.ALL);
    return Stream.concat(
        Stream.of(journal.head(whole)), (every ? journal.parts(whole) : parts).stream());
  }
}
