package io.ebb.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run in one line, as lists of runs show it.
///
/// @param id the run's id
/// @param parent the id of the run of the script that it is part of; null when it is of its own
/// @param title the title of its plan, or the file of its script
/// @param cluster the cluster's id; empty for a script
/// @param script whether it carries out a script, or a runbook; else a plan
/// @param runbook whether it carries out a runbook
/// @param state how it ended; [RunState#RUNNING] while somebody who is alive holds its lease, else
///   [RunState#INTERRUPTED]
/// @param startedAt when it began
/// @param endedAt when it ended; null when it has not
/// @param owner who holds, or held last, its lease
/// @param leaseUntil when that lease runs out unless it is prolonged
/// @param cancelAsked whether somebody has asked for it to be cancelled
/// @param operator who has begun it, by their name on the machine; empty when it is not known
/// @param events how many events were written
/// @param digest the hash of the last one, which all before it go into, and the first of the run
///   before: whoever has noted it can tell later that nothing was changed
public record RunHead(
    String id,
    @Nullable String parent,
    String title,
    String cluster,
    boolean script,
    boolean runbook,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    Owner owner,
    Instant leaseUntil,
    boolean cancelAsked,
    String operator,
    long events,
    String digest) {

  /// Whether it can be resumed: it has not ended, and nobody carries it out. A runbook can be, too,
  /// when one of its blocks has failed.
  public boolean resumable() {
    return state == RunState.INTERRUPTED || (runbook && state == RunState.FAILED);
  }
}
