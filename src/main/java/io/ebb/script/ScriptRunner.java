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
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import io.ebb.run.Runner;
import io.ebb.script.runbook.Runbook;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    boolean _ =
        cancellation.within(own -> {
          try (Transcript transcript = transcript(script, parameters, first, own)) {
            return carryOut(engine, script, parameters, options, host, own, transcript);
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
    return StoredScript.of(whole(run), journal);
  }

  private String whole(String run) {
    String parent = journal.head(run).parent();
    return parent == null ? run : parent;
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
    surroundings.refuseEnded(stored.run());
    Lease lease = surroundings.taken(stored.run(), Entry.Resumed.RESUME);
    List<Entry> standing = Resumption.of(journal.entries(stored.run()));
    boolean _ =
        cancellation.within(own -> {
          try (Transcript transcript = transcript(script, parameters, stored.first(), own)) {
            transcript.resume(lease, standing);
            host.log(
                "%d calls of run %s are taken from its record"
                    .formatted(transcript.left(), stored.run()));
            return carryOut(engine, script, parameters, stored.options(), host, own, transcript);
          }
        });
  }

  /// Carries out a runbook. Its run begins with its first block; there is none of a dry run.
  ///
  /// @param options how nodes are retired when the runbook does not say otherwise
  /// @return how it has ended: [RunState#PARTIAL] when a block has failed, and it went on
  /// @throws IllegalArgumentException when a block is chosen that there is not
  /// @throws ScriptException when a block has failed
  /// @throws CancelledException when it was stopped
  /// @throws RefusedException when somebody has to be asked, and nobody can be
  public RunState run(
      RunbookEngine engine,
      Runbook runbook,
      Map<String, Object> parameters,
      RetireOptions options,
      RunbookHost host,
      Entry.Chosen chosen,
      Cancellation cancellation) {
    return runbooks().run(engine, runbook, parameters, options, host, chosen, cancellation);
  }

  /// What the journal has stored of a run's runbook.
  ///
  /// @param run the run's id, or that of one of its plans' runs
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  /// @throws IllegalArgumentException when it is no run of a runbook
  public StoredRunbook storedRunbook(String run) {
    return StoredRunbook.of(whole(run), journal);
  }

  /// Goes on with a runbook that has stopped, or of which a block has failed.
  ///
  /// @param secrets the values of [StoredRunbook#secrets] by name in camelCase: they are not stored
  /// @param edited the text to go on with; null for that of the run
  /// @throws RefusedException when somebody who is alive carries it out, it has ended, or something
  ///   has begun that was edited; else as [#run(RunbookEngine, Runbook, Map, RetireOptions,
  ///   RunbookHost, Entry.Chosen, Cancellation)] does, and the others
  public RunState resume(
      RunbookEngine engine,
      StoredRunbook stored,
      Map<String, Object> secrets,
      @Nullable Runbook edited,
      RunbookHost host,
      Cancellation cancellation) {
    return runbooks().resume(engine, stored, secrets, edited, host, cancellation);
  }

  private RunbookRunner runbooks() {
    return new RunbookRunner(surroundings);
  }

  /// Undoes the plans of a script or runbook that nobody carries out, the last one first, and ends
  /// its run, also when it could be resumed. Of one that has ended, those plans are undone that
  /// have left nodes out of their queue.
  ///
  /// @param run the run's id
  /// @param undo undoes the run of one plan, by its id, and gives what came of it
  /// @throws RefusedException when somebody who is alive carries it out, or nothing is to be undone
  public void undo(String run, Function<String, Run> undo, Cancellation cancellation) {
    List<String> open =
        journal.parts(run).reversed().stream().map(RunHead::id).filter(this::undoable).toList();
    RunHead head = journal.head(run);
    if (head.endedAt() == null || head.resumable()) {
      Lease lease = surroundings.taken(run, Entry.Resumed.UNDO);
      boolean _ =
          cancellation.within(own -> {
            try (Heartbeat.Beat _ = heartbeat.of(lease, own)) {
              journal.write(lease, undone(run, open, undo));
              return true;
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

  private Transcript transcript(
      Script script, Map<String, Object> parameters, Entry.Scripted first, Cancellation own) {
    Mask mask = Mask.of(script.head().parameters(), parameters);
    return surroundings.transcript(first, mask, own);
  }

  private boolean carryOut(
      ScriptEngine engine,
      Script script,
      Map<String, Object> parameters,
      RetireOptions options,
      Host host,
      Cancellation own,
      Transcript transcript) {
    Host recorded = new QuietHost(host, transcript);
    Outside outside = surroundings.outside(recorded, transcript, own, new Calls());
    ScriptSession session =
        new ScriptSession(
            outside,
            parameters,
            options,
            recorded,
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            own);
    return RunEnd.of(
        transcript,
        own,
        () -> {
          engine.run(script, session);
          transcript.checkComplete();
          session.tellUnused();
          return true;
        });
  }
}
