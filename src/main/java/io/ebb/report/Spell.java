package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.Owner;
import io.ebb.run.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time in which one process carried a run out.
///
/// @param run the id of the run
/// @param purpose `begin`, `resume` or `undo`
/// @param by the process; null when that is not known
/// @param from when it began with it
/// @param to when it was last heard of; null while it goes on
/// @param end how that ended, for people
public record Spell(
    String run,
    String purpose,
    @Nullable Owner by,
    Instant from,
    @Nullable Instant to,
    String end) {
  private static final String VANISHED = "was not heard of any more";

  /// Those of a run, in order.
  static List<Spell> of(RunReport report) {
    List<Spell> spells = new ArrayList<>();
    List<Entry.Resumed> resumed = report.resumed();
    Entry first = report.entries().getFirst();
    Spell open =
        new Spell(
            report.head().id(),
            "begin",
            resumed.isEmpty() ? report.head().owner() : resumed.getFirst().before(),
            first.at(),
            null,
            "");
    Entry last = first;
    for (Entry entry : report.entries()) {
      if (entry instanceof Entry.Resumed(Instant at, Owner by, String purpose, var _)) {
        spells.add(open.until(last));
        open = new Spell(report.head().id(), purpose, by, at, null, "");
      }
      last = entry;
    }
    spells.add(
        switch (report.head().state()) {
          case RUNNING -> open.goingOn();
          default -> open.until(last);
        });
    return spells;
  }

  private Spell goingOn() {
    return new Spell(run, purpose, by, from, null, "goes on");
  }

  private Spell until(Entry last) {
    String why =
        switch (last) {
          case Entry.Interrupted(var _, String reason) -> "interrupted: " + reason;
          case Entry.Ended(var _, var ended) -> ended.state().label();
          case Entry.Finished finished -> finished.state().label();
          default -> VANISHED;
        };
    return new Spell(run, purpose, by, from, last.at(), why);
  }

  /// Whether it ended without a word: the process was killed, or its machine went down.
  public boolean vanished() {
    return end.equals(VANISHED);
  }

  /// The process in a few words; `not known` when it is not.
  public String who() {
    return Optional.ofNullable(by).map(Owner::words).orElse("a process that is not known");
  }

  /// On whose behalf; empty when that is not known.
  public String user() {
    return by == null ? "" : Objects.requireNonNullElse(by.user(), "");
  }
}
