package io.ebb.script;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Heartbeat;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.Owner;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.run.Runner;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Carries out scripts in runs of their own, which can be resumed: a script that is resumed runs
/// again from its start, and what it asked and did before is answered from the record, until the
/// record ends (design 6.3).
///
/// Safe for use by many threads, one script each.
public final class ScriptRunner {
  private final Surroundings surroundings;
  private final Time clock;
  private final Journal journal;
  private final Heartbeat heartbeat;

  /// A runner.
  ///
  /// @param ehpc what scripts read
  /// @param clock the present, and what is waited by
  /// @param journal where runs of scripts are recorded
  /// @param runner carries out what scripts order directly, and what they want of other runs
  public ScriptRunner(Ehpc ehpc, Time clock, Journal journal, Runner runner) {
    this.clock = clock;
    this.journal = journal;
    this.heartbeat = new Heartbeat(journal);
    this.surroundings = new Surroundings(ehpc, clock, journal, heartbeat, runner);
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
    Entry.Scripted first =
        StoredScript.entry(clock.instant(), script, parameters, options, journal.self().user());
    under(
        cancellation,
        own -> {
          try (Transcript transcript = transcript(script, parameters, first, own)) {
            Outside outside = surroundings.outside(host, transcript, own, new Calls());
            carryOut(engine, script, session(outside, parameters, options, host, own), transcript);
          }
        });
  }

  /// A session in which statements are said one after another.
  ///
  /// @param options how nodes are retired when a statement does not say otherwise
  /// @param whole who asks it to stop asks the statement that is said
  public Dialogue dialogue(RetireOptions options, Host host, Cancellation whole) {
    return new Dialogue(surroundings, options, host, whole);
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
    RunHead head = journal.head(stored.run());
    if (head.endedAt() != null) {
      throw RefusedException.ended(head.id(), head.state());
    }
    Lease lease = taken(stored.run(), Entry.Resumed.RESUME);
    List<Entry> entries = journal.entries(stored.run());
    under(
        cancellation,
        own -> {
          try (Transcript transcript = transcript(script, parameters, stored.first(), own)) {
            transcript.resume(lease, entries);
            host.log(
                "%d calls of run %s are taken from its record"
                    .formatted(transcript.left(), stored.run()));
            Host quiet = new QuietHost(host, () -> transcript.left() > 0);
            Outside outside = surroundings.outside(quiet, transcript, own, new Calls());
            ScriptSession session = session(outside, parameters, stored.options(), quiet, own);
            carryOut(engine, script, session, transcript);
          }
        });
  }

  /// Takes over the run of a script that nobody carries out, and has not ended.
  private Lease taken(String run, String purpose) {
    Lease lease = journal.take(run, Set.of(), clock.instant());
    for (Entry entry : journal.entries(run)) {
      if (entry instanceof Entry.Finished end) { // by somebody else, since it was looked at
        journal.write(lease, end);
        throw RefusedException.ended(run, end.state());
      }
    }
    Owner self = journal.head(run).owner();
    journal.write(lease, new Entry.Resumed(clock.instant(), self, purpose));
    return lease;
  }

  /// Undoes the plans of a script that nobody carries out, the last one first, and ends its run. Of
  /// one that has ended, those plans are undone that have left nodes out of their queue.
  ///
  /// @param undo undoes the run of one plan, by its id, and gives what came of it
  /// @throws RefusedException when somebody who is alive carries it out, or nothing is to be undone
  public void undo(StoredScript stored, Function<String, Run> undo, Cancellation cancellation) {
    String run = stored.run();
    List<String> open =
        journal.parts(run).reversed().stream().map(RunHead::id).filter(this::undoable).toList();
    RunHead head = journal.head(run);
    if (head.endedAt() == null) {
      Lease lease = taken(run, Entry.Resumed.UNDO);
      under(
          cancellation,
          own -> {
            try (Heartbeat.Beat _ = heartbeat.of(lease, own)) {
              journal.write(lease, undone(run, open, undo));
            }
          });
    } else if (open.isEmpty()) {
      throw RefusedException.nothingToUndo(run, head.state());
    } else {
      open.forEach(part -> {
        Run _ = undo.apply(part);
      });
    }
  }

  private boolean undoable(String part) {
    return History.of(journal.entries(part)).undoable();
  }

  /// Undoes plans until one of them is stopped; how the script's run ends.
  private Entry undone(String script, List<String> parts, Function<String, Run> undo) {
    for (String part : parts) {
      Run run = undo.apply(part);
      if (run.state() == RunState.INTERRUPTED) {
        return new Entry.Interrupted(clock.instant(), String.valueOf(run.stopped()));
      }
    }
    String reason =
        RunReport.of(script, journal)
            .doubtfulOrder()
            .map(order -> "undone, but for what was ordered last and may go on: " + order)
            .orElse("undone");
    return new Entry.Finished(clock.instant(), RunState.CANCELLED, reason);
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
    return surroundings.transcript(first, mask, own);
  }

  private static ScriptSession session(
      Outside outside,
      Map<String, Object> parameters,
      RetireOptions options,
      Host host,
      Cancellation own) {
    return new ScriptSession(
        outside, parameters, options, host, new LinkedHashMap<>(), new LinkedHashSet<>(), own);
  }

  private static void carryOut(
      ScriptEngine engine, Script script, ScriptSession session, Transcript transcript) {
    boolean _ =
        RunEnd.of(
            transcript,
            session.cancellation(),
            () -> {
              engine.run(script, session);
              transcript.checkComplete();
              session.tellUnused();
              return true;
            });
  }
}
