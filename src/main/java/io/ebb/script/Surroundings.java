package io.ebb.script;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Heartbeat;
import io.ebb.run.Journal;
import io.ebb.run.Runner;

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

  Outside outside(Host host, Transcript transcript, Cancellation own, Calls calls) {
    Deeds deeds = new Deeds(clock, host, transcript, runner, own, calls);
    return new Outside(ehpc, clock, host, transcript, deeds, own, calls);
  }
}
