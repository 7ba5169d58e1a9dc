package io.ebb.script;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Heartbeat;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.Owner;
import io.ebb.run.RefusedException;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.run.Runner;
import java.util.List;
import java.util.Set;

/// What scripts and dialogues are carried out in.
///
/// @param ehpc what is read
/// @param clock the present, and what is waited by
/// @param journal where runs are recorded
/// @param heartbeat prolongs their leases
/// @param runner carries out what is ordered directly, and what is wanted of other runs
record Surroundings(Ehpc ehpc, Time clock, Journal journal, Heartbeat heartbeat, Runner runner) {

  Transcript transcript(Entry.Scripted first, Mask mask, Cancellation own) {
    return new Transcript(journal, heartbeat, own, clock, mask, first);
  }

  /// @throws RefusedException when the run has ended, and cannot be gone on with
  void refuseEnded(String run) {
    RunHead head = journal.head(run);
    if (head.endedAt() != null && !head.resumable()) {
      throw RefusedException.ended(run, head.state());
    }
  }

  /// Takes over the run of a script that nobody carries out, and that can be gone on with.
  ///
  /// @throws RefusedException when somebody who is alive carries it out, or it has ended
  Lease taken(String run, String purpose) {
    Lease lease = journal.take(run, Set.of(), clock.instant());
    List<Entry> entries = journal.entries(run);
    if (entries.getLast() instanceof Entry.Finished end && !goesOn(entries.getFirst(), end)) {
      journal.write(lease, end); // by somebody else, since it was looked at
      throw RefusedException.ended(run, end.state());
    }
    Owner self = journal.head(run).owner();
    journal.write(lease, new Entry.Resumed(clock.instant(), self, purpose, lease.before()));
    return lease;
  }

  private static boolean goesOn(Entry first, Entry.Finished end) {
    return first instanceof Entry.Scripted script
        && script.runbook()
        && end.state() == RunState.FAILED;
  }

  Outside outside(Host host, Transcript transcript, Cancellation own, Calls calls) {
    Deeds deeds = new Deeds(clock, host, transcript, runner, own, calls);
    return new Outside(ehpc, clock, host, transcript, deeds, own, calls);
  }
}
