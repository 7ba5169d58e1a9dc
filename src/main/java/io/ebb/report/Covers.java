package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The first pages of reports of runs.
final class Covers {
  private Covers() {}

  static Cover of(RunReport report, Instant now) {
    RunHead head = report.head();
    Entry.First first = (Entry.First) report.entries().getFirst();
    return new Cover(
        kind(first),
        head.id(),
        title(head, report),
        first instanceof Entry.Scripted script ? script.file() : "",
        head.state(),
        first.operator(),
        clusters(report),
        head.startedAt(),
        head.endedAt(),
        now,
        Cover.ownVersion());
  }

  private static Kind kind(Entry.First first) {
    return switch (first) {
      case Entry.Began _ -> Kind.PLAN;
      case Entry.Scripted script when script.runbook() -> Kind.RUNBOOK;
      case Entry.Scripted _ -> Kind.SCRIPT;
    };
  }

  private static String title(RunHead head, RunReport report) {
    String own = Sources.head(report).title();
    return own.isEmpty() ? head.title() : own;
  }

  private static List<String> clusters(RunReport report) {
    return Stream.concat(Stream.of(report), report.parts().stream())
        .map(run -> run.head().cluster())
        .filter(cluster -> !cluster.isEmpty())
        .distinct()
        .toList();
  }
}
