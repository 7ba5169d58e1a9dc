package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Heartbeat;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.Owner;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Carries out scripts in runs of their own, which can be resumed: a script that is resumed runs
/// again from its start, and what it asked and did before is answered from the record, until the
/// record ends (design 6.3).
///
/// Safe for use by many threads, one script each.
public final class ScriptRunner {
  private final Ehpc ehpc;
  private final InstantSource clock;
  private final Journal journal;
  private final Heartbeat heartbeat;

  /// A runner.
  ///
  /// @param ehpc what scripts read
  /// @param clock the present
  /// @param journal where runs of scripts are recorded
  public ScriptRunner(Ehpc ehpc, InstantSource clock, Journal journal) {
    this.ehpc = ehpc;
    this.clock = clock;
    this.journal = journal;
    this.heartbeat = new Heartbeat(journal);
  }

  /// Runs a script to its end. Its run is begun when it first changes something: a script that only
  /// looks leaves none.
  ///
  /// @param parameters checked values, see [Parameters#bind]
  /// @param options how nodes are retired when the script does not say otherwise
  /// @throws ScriptException when nothing in it caught an error
  /// @throws CancelledException when it was cancelled or interrupted
  public void run(
      ScriptEngine engine,
      Script script,
      Map<String, Object> parameters,
      RetireOptions options,
      Host host,
      Cancellation cancellation) {
    Entry.Scripted first = StoredScript.entry(clock.instant(), script, parameters, options);
    under(
        cancellation,
        own -> {
          try (Transcript transcript = transcript(script, parameters, first, own)) {
            Outside outside = new Outside(ehpc, clock, host, transcript);
            carryOut(
                engine, script, new Session(outside, parameters, options, host, own), transcript);
          }
        });
  }

  /// What the journal has stored of a run's script.
  ///
  /// @param run the run's id, or that of one of its plans' runs
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  /// @throws IllegalArgumentException when it is no run of a script
  public StoredScript stored(String run) {
    String parent = journal.head(run).parent();
    return StoredScript.of(parent == null ? run : parent, journal);
  }

  /// Goes on with a script that has stopped before its end.
  ///
  /// @param secrets the values of [StoredScript#secrets] by name in camelCase: they are not stored
  /// @throws RefusedException when somebody who is alive carries it out, or it has ended
  /// @throws ScriptException when nothing in it caught an error; its cause is a
  ///   [DifferentCallException] when the script does not take the same way again
  /// @throws CancelledException when it was cancelled or interrupted
  public void resume(
      ScriptEngine engine,
      StoredScript stored,
      Map<String, Object> secrets,
      Host host,
      Cancellation cancellation) {
    Script script = stored.script();
    Map<String, Object> parameters = new LinkedHashMap<>(stored.parameters());
    parameters.putAll(secrets);
    Lease lease = journal.take(stored.run(), Set.of(), clock.instant());
    List<Entry> entries = journal.entries(stored.run());
    refuseIfEnded(stored.run(), entries);
    Owner self = journal.head(stored.run()).owner();
    journal.write(lease, new Entry.Resumed(clock.instant(), self, Entry.Resumed.RESUME));
    under(
        cancellation,
        own -> {
          try (Transcript transcript = transcript(script, parameters, stored.first(), own)) {
            transcript.resume(lease, entries);
            host.log(
                "%d calls of run %s are taken from its record"
                    .formatted(transcript.left(), stored.run()));
            Host quiet = new QuietHost(host, () -> transcript.left() > 0);
            Outside outside = new Outside(ehpc, clock, quiet, transcript);
            Session session = new Session(outside, parameters, stored.options(), quiet, own);
            carryOut(engine, script, session, transcript);
          }
        });
  }

  private static void refuseIfEnded(String run, List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Entry.Finished finished) {
        throw RefusedException.ended(run, finished.state());
      }
    }
  }

  /// Does the work under a cancellation of its own.
  private static void under(Cancellation cancellation, Consumer<Cancellation> work) {
    Cancellation own = cancellation.ofRun();
    try {
      work.accept(own);
    } finally {
      cancellation.ended(own);
    }
  }

  private Transcript transcript(
      Script script, Map<String, Object> parameters, Entry.Scripted first, Cancellation own) {
    Mask mask = Mask.of(script.head().parameters(), parameters);
    return new Transcript(journal, heartbeat, own, clock, mask, first);
  }

  private static void carryOut(
      ScriptEngine engine, Script script, Session session, Transcript transcript) {
    try {
      engine.run(script, session);
      transcript.checkComplete();
    } catch (ScriptException e) {
      if (e.getCause() instanceof DifferentCallException) {
        throw stopped(e, session, transcript);
      }
      transcript.finish(RunState.FAILED, e.location() + ": " + e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      throw stopped(e, session, transcript);
    }
    transcript.finish(RunState.DONE, "");
  }

  /// A script that was cancelled has ended; one that was interrupted, or that a fault has stopped,
  /// can be resumed.
  private static RuntimeException stopped(
      RuntimeException why, Session session, Transcript transcript) {
    String reason = String.valueOf(why.getMessage());
    try {
      if (session.cancellation().toPutBack()) {
        transcript.finish(RunState.CANCELLED, reason);
      } else {
        transcript.interrupt(reason);
      }
    } catch (RuntimeException unwritten) {
      why.addSuppressed(unwritten); // its lease runs out by itself
    }
    return why;
  }
}
