package io.ebb.run;

import io.ebb.api.BusyException;
import io.ebb.api.Failure;
import io.ebb.api.Subject;
import io.ebb.plan.Pace;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What somebody may know and want of a run, whoever carries it out. Safe for use by many threads.
public final class RunAccess {
  /// The journal is near: looking costs no call.
  private static final Pace PACE = new Pace(Duration.ofSeconds(2), 2, Duration.ofSeconds(10));

  /// Whoever is asked to cancel has a call in flight at most, and then puts back.
  private static final Duration PUTTING_BACK = Duration.ofHours(1);

  private final Runner runner;
  private final Means means;

  RunAccess(Runner runner, Means means) {
    this.runner = runner;
    this.means = means;
  }

  /// All that is known of the run.
  ///
  /// @throws NoSuchRunException when there is no such run
  public RunReport report(String run) {
    return RunReport.of(run, means.journal());
  }

  /// The run as it stands now.
  ///
  /// @throws NoSuchRunException when there is no such run
  public Run run(String run) {
    return report(run).run(means.time().instant());
  }

  /// Waits until the run has ended, whoever carries it out; returns what came of it.
  ///
  /// @throws RefusedException when nobody carries it out any more, and it has not ended
  /// @throws BusyException when it goes on for longer
  /// @throws StoppedException when the waiting is stopped; the run goes on
  public Run await(String run, Duration atMost, Cancellation cancellation) {
    Instant deadline = means.time().instant().plus(atMost);
    for (int look = 0; ; look++) {
      RunHead head = means.journal().head(run);
      if (head.endedAt() != null) {
        return run(run);
      } else if (head.resumable()) {
        throw RefusedException.abandoned(head);
      } else if (!means.time().instant().isBefore(deadline)) {
        throw goesOn(run, atMost);
      }
      sleep(PACE.waitBefore(look), cancellation);
    }
  }

  private void sleep(Duration span, Cancellation cancellation) {
    try {
      if (!cancellation.sleep(means.time(), span, Level.CANCELLED)) {
        throw new StoppedException("it was cancelled");
      }
    } catch (Halt halt) {
      throw new StoppedException(halt.reason().text());
    }
  }

  private static BusyException goesOn(String run, Duration atMost) {
    return new BusyException(
        new Failure(
            "wait for run " + run,
            Subject.of(""),
            0,
            "it goes on still, and was waited for %d s".formatted(atMost.toSeconds()),
            "wait for it again, with a longer atMost; ebb show %s tells what it waits for"
                .formatted(run)));
  }

  /// Has the run cancelled, as [Runner#cancel] does, and waits until that is done; returns what
  /// came of it. A run that has ended, and has left no node out of its queue, stays as it is.
  ///
  /// @throws RefusedException when it is the run of a script that nobody carries out
  /// @throws io.ebb.api.EhpcException when the cluster cannot be looked at
  /// @throws StoppedException when it is stopped on the way
  public Run cancel(String run, Cancellation cancellation) {
    RunReport report = report(run);
    RunHead head = report.head();
    boolean undoable = report.history().map(History::undoable).orElse(head.endedAt() == null);
    if (!undoable) {
      return run(run);
    } else if (head.script() && head.resumable()) {
      throw RefusedException.abandoned(head);
    } else if (head.script()) {
      means.journal().askToCancel(run);
      return await(run, PUTTING_BACK, cancellation);
    }
    Optional<Run> undone = runner.cancel(run, cancellation, RunListener.none(), Question.keep());
    Run end = undone.orElseGet(() -> await(run, PUTTING_BACK, cancellation));
    if (end.state() == RunState.INTERRUPTED) {
      throw new StoppedException("run %s was stopped: %s".formatted(run, end.stopped()));
    }
    return end;
  }
}
