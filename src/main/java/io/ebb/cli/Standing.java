package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.NoSuchRunException;
import io.ebb.run.NodeOutcome;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a run stands, as its journal tells it.
///
/// @param head the run in one line
/// @param entries its events
/// @param parts the runs of the plans that its script has applied; none when it carries out a plan
/// @param now when the journal was looked at
record Standing(RunHead head, List<Entry> entries, List<Standing> parts, Instant now) {

  /// Copies the lists.
  Standing {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /// How the run stands now.
  ///
  /// @throws NoSuchRunException when there is no such run
  /// @throws io.ebb.run.TamperedException when its events are not those that were written
  static Standing of(String run, Journal journal, Instant now) {
    return of(run, null, journal, now);
  }

  /// How this run stands at a later moment. Its events are read again only when there are new ones.
  Standing later(Journal journal, Instant moment) {
    return of(id(), this, journal, moment);
  }

  private static Standing of(String run, @Nullable Standing known, Journal journal, Instant now) {
    RunHead head = journal.head(run);
    List<Standing> parts = head.script() ? parts(run, known, journal, now) : List.of();
    List<Entry> entries =
        known != null && known.head.events() == head.events()
            ? known.entries
            : journal.entries(run);
    return new Standing(head, entries, parts, now);
  }

  private static List<Standing> parts(
      String run, @Nullable Standing known, Journal journal, Instant now) {
    List<Standing> before = known == null ? List.of() : known.parts;
    List<Standing> parts = new ArrayList<>();
    for (RunHead part : journal.parts(run)) {
      Standing seen = parts.size() < before.size() ? before.get(parts.size()) : null;
      parts.add(of(part.id(), seen, journal, now));
    }
    return parts;
  }

  /// Whether something has happened in it since.
  boolean changedSince(Standing before) {
    return head.events() != before.head.events()
        || head.state() != before.head.state()
        || head.cancelAsked() != before.head.cancelAsked()
        || parts.size() != before.parts.size()
        || IntStream.range(0, parts.size())
            .anyMatch(part -> parts.get(part).changedSince(before.parts.get(part)));
  }

  String id() {
    return head.id();
  }

  RunState state() {
    return head.state();
  }

  /// All that its journal tells.
  RunReport report() {
    return new RunReport(head, entries, parts.stream().map(Standing::report).toList());
  }

  /// How far its plan is; empty when it carries out a script.
  Optional<History> history() {
    return head.script() ? Optional.empty() : Optional.of(History.of(entries));
  }

  /// Its plan, or those of its parts.
  List<Plan> plans() {
    return history()
        .map(history -> List.of(history.plan()))
        .orElseGet(() -> parts.stream().flatMap(part -> part.plans().stream()).toList());
  }

  /// What became of each target so far, those of all parts together.
  List<NodeOutcome> nodes() {
    return report().nodes();
  }

  /// What happens when somebody goes on with it, in all its parts together.
  Stake stake() {
    return history()
        .map(Stake::of)
        .orElseGet(() -> parts.stream().map(Standing::stake).reduce(Stake.NOTHING, Stake::plus));
  }
}
