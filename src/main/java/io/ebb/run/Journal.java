package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Instant;
import java.util.List;

/// What runs write down before and after each change, so that nothing is done twice and somebody
/// can tell later what was done. Entries are only ever added.
///
/// The one journal so far forgets with its process; the journals that do not, on SQLite and on
/// PostgreSQL, are to come, and this is where they go in. Implementations are safe for use by many
/// threads.
public interface Journal {

  /// Begins a run of this plan with its first entry, [Entry.Began]; returns the run's id, for
  /// example `r-2026-11-21-001`.
  String begin(Plan plan, Instant at);

  /// Adds an entry to a run that was begun here. It is safely written when this returns.
  void write(String run, Entry entry);

  /// The entries of a run, in the order in which they were written.
  List<Entry> entries(String run);
}
