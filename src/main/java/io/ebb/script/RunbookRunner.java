package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Runbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries out runbooks, each in a run of its own, which can be resumed at the block and call where
/// it stopped: as with scripts, what was done before is gone through again, and answered from the
/// record.
///
/// Safe for use by many threads, one runbook each.
final class RunbookRunner {
  private final Surroundings surroundings;

  RunbookRunner(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Carries out a runbook. Its run begins with its first block; there is none of a dry run.
  ///
  /// @return how it has ended: [RunState#PARTIAL] when a block has failed, and it went on
  RunState run(
      RunbookEngine engine,
      Runbook runbook,
      Map<String, Object> parameters,
      RetireOptions options,
      RunbookHost host,
      Entry.Chosen chosen,
      Cancellation cancellation) {
    Entry.Scripted first =
        StoredScript.entry(
            surroundings.clock().instant(),
            runbook,
            parameters,
            options,
            chosen,
            journal().self().user());
    return cancellation.within(own -> {
      RunbookWork work = new RunbookWork(runbook, parameters, options, chosen, host, own);
      return carryOut(engine, work, first, _ -> {});
    });
  }

  /// Goes on with a runbook that has stopped or failed.
  ///
  /// @param edited the text to go on with; null for that of the run
  RunState resume(
      RunbookEngine engine,
      StoredRunbook stored,
      Map<String, Object> secrets,
      @Nullable Runbook edited,
      RunbookHost host,
      Cancellation cancellation) {
    String run = stored.run();
    surroundings.refuseEnded(run);
    Runbook text = edited == null ? stored.runbook() : edited.in(stored.runbook().folder());
    Revision revision = new Revision(stored.runbook(), text, stored.chosen());
    revision.check(run, standing(run));
    Map<String, Object> parameters = new LinkedHashMap<>(stored.parameters());
    parameters.putAll(secrets);
    RetireOptions options = stored.edited(text).options();
    Lease lease = surroundings.taken(run, Entry.Resumed.RESUME);
    checkAgain(revision, lease);
    if (stored.differsFrom(text)) {
      journal().write(lease, new Entry.Edited(surroundings.clock().instant(), text.text()));
    }
    List<Entry> standing = standing(run);
    return cancellation.within(own -> {
      RunbookWork work = new RunbookWork(text, parameters, options, stored.chosen(), host, own);
      return carryOut(
          engine,
          work,
          stored.first(),
          transcript -> {
            transcript.resume(lease, standing);
            host.log(
                "%d calls of run %s are taken from its record".formatted(transcript.left(), run));
          });
    });
  }

  /// Somebody else may have gone on with it, or edited it, since it was looked at.
  private void checkAgain(Revision revision, Lease lease) {
    String run = lease.run();
    try {
      revision.checkBefore(run, StoredRunbook.of(run, journal()).runbook());
      revision.check(run, standing(run));
    } catch (RefusedException e) {
      String why = String.valueOf(e.getMessage());
      journal().write(lease, new Entry.Interrupted(surroundings.clock().instant(), why));
      throw e;
    }
  }

  private List<Entry> standing(String run) {
    return Resumption.of(journal().entries(run));
  }

  private RunState carryOut(
      RunbookEngine engine, RunbookWork work, Entry.Scripted first, Consumer<Transcript> begin) {
    Selection selection = Selection.of(work.runbook(), work.chosen());
    Mask mask = Mask.of(work.runbook().head().parameters(), work.parameters());
    try (Transcript transcript = surroundings.transcript(first, mask, work.whole());
        BlockCode code = new BlockCode(engine, surroundings, work, transcript)) {
      begin.accept(transcript);
      Gates gates = new Gates(work.host(), transcript, surroundings.clock(), work.chosen().step());
      RunbookCourse course = new RunbookCourse(work, transcript, selection, gates, code);
      RunEnd.How how =
          RunEnd.of(
              transcript,
              work.whole(),
              () -> {
                List<String> failed = course.carryOut();
                transcript.checkComplete();
                code.tellUnused();
                return how(failed);
              },
              end -> end);
      return work.host().rehearses() ? RunState.PLANNED : how.state();
    }
  }

  private static RunEnd.How how(List<String> failed) {
    return failed.isEmpty()
        ? RunEnd.How.DONE
        : new RunEnd.How(RunState.PARTIAL, "failed blocks: " + String.join(", ", failed));
  }

  private Journal journal() {
    return surroundings.journal();
  }
}
