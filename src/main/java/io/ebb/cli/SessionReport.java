package io.ebb.cli;

import io.ebb.report.Cover;
import io.ebb.report.Kind;
import io.ebb.report.Passage;
import io.ebb.report.Report;
import io.ebb.run.Journal;
import io.ebb.run.Owner;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Makes the report of a session: what was typed and shown, and the runs that came of it.
///
/// @param journal where the runs are
/// @param log what was typed and shown
record SessionReport(Journal journal, SessionLog log) {
  /// Among so many runs those of this session are looked for.
  private static final int REMEMBERED = 1000;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// How the session stands at that moment.
  Report of(Instant now) {
    List<SessionLog.Remark> remarks = log.remarks();
    Instant begun = remarks.getFirst().at();
    List<RunReport> runs = runs(begun);
    return Report.of(cover(begun, runs, now), List.of(), story(remarks), runs, now);
  }

  /// Those that this process has begun since, the eldest first.
  private List<RunReport> runs(Instant begun) {
    Owner self = journal.self();
    return journal.heads(REMEMBERED).stream()
        .filter(head -> head.parent() == null && head.owner().pid() == self.pid())
        .filter(
            head -> head.owner().host().equals(self.host()) && !head.startedAt().isBefore(begun))
        .sorted(Comparator.comparing(RunHead::startedAt))
        .map(head -> RunReport.of(head.id(), journal))
        .toList();
  }

  private Cover cover(Instant begun, List<RunReport> runs, Instant now) {
    RunState state =
        runs.stream()
            .map(run -> run.head().state())
            .max(Comparator.comparingInt(ExitCode::of))
            .orElse(RunState.DONE);
    List<String> clusters =
        runs.stream()
            .flatMap(run -> run.parts().isEmpty() ? List.of(run).stream() : run.parts().stream())
            .map(run -> run.head().cluster())
            .filter(cluster -> !cluster.isEmpty())
            .distinct()
            .toList();
    String user = journal.self().user();
    return new Cover(
        Kind.SESSION,
        "session-" + NAME.format(begun),
        "Session of " + user,
        "",
        state,
        user,
        clusters,
        begun,
        now,
        now,
        Cover.ownVersion());
  }

  private static List<Passage> story(List<SessionLog.Remark> remarks) {
    return remarks.stream()
        .filter(remark -> !remark.text().isEmpty())
        .<Passage>map(remark ->
            new Passage.Statement(
                remark.language(),
                remark.text(),
                remark.at(),
                null,
                "",
                remark.shown().isBlank()
                    ? List.of()
                    : List.of(new Passage.Output(remark.at(), remark.shown())),
                List.of()))
        .toList();
  }
}
