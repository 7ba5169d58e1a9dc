package io.ebb.run;

import io.ebb.api.Reserve;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Batch;
import io.ebb.plan.Guards;
import io.ebb.plan.Plan;
import io.ebb.plan.Violation;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Carries out plans exactly as they stand. Safe for use by many threads, one plan each: the runs
/// of one runner know of each other, and together keep the limits.
public final class Runner {
  private final Means means;
  private final LongSupplier calls;
  private final Heartbeat heartbeat;

  /// A runner.
  ///
  /// @param ehpc what it reads and changes
  /// @param time the clock it reads and waits by
  /// @param journal what it writes to before and after each change
  /// @param calls the number of API calls made so far, from which a run's calls are told
  public Runner(Ehpc ehpc, Time time, Journal journal, LongSupplier calls) {
    this(
        new Means(ehpc, time, new Watcher(ehpc, time), journal, System::nanoTime),
        calls,
        Heartbeat.PERIOD);
  }

  /// @param heartbeat how often leases are prolonged, by the machine's clock
  Runner(Means means, LongSupplier calls, Duration heartbeat) {
    this.means = means;
    this.calls = calls;
    this.heartbeat = new Heartbeat(means.journal(), heartbeat);
  }

  /// Carries out the plan, which takes as long as the nodes' jobs take; returns what came of it.
  ///
  /// What goes wrong with single nodes, or on the way, is told in the run. Only before the run has
  /// begun are errors thrown: those of the first look at the cluster as they are. A run that is
  /// interrupted, that cannot write to the journal any more, or that somebody else has taken over,
  /// stops as it stands: its state is [RunState#INTERRUPTED] then.
  ///
  /// @param cancellation asked before each change and in each wait
  /// @param listener hears what happens
  /// @param question asked when the plan says to ask on deadline
  /// @throws RefusedException when the plan has violations, has expired, or names a node that
  ///   another run holds, or when it is interrupted before it has begun; nothing was changed
  public Run run(Plan plan, Cancellation cancellation, RunListener listener, Question question) {
    return run(plan, null, cancellation, listener, question);
  }

  /// Carries out the plan as [#run(Plan, Cancellation, RunListener, Question)] does, as part of a
  /// script.
  ///
  /// @param parent the id of the script's run; null when there is none
  public Run run(
      Plan plan,
      @Nullable String parent,
      Cancellation cancellation,
      RunListener listener,
      Question question) {
    Cancellation own = cancellation.ofRun();
    try {
      return own.during(() -> carriedOut(plan, parent, own, listener, question), Level.INTERRUPTED);
    } finally {
      cancellation.ended(own);
    }
  }

  /// Goes on with a run that has stopped before its end, exactly where it stopped: what was
  /// accepted is waited for, what may have been sent is looked for, and deadlines are those of the
  /// first time.
  ///
  /// @throws RefusedException when somebody who is alive carries it out, or it has ended
  /// @throws NoSuchRunException when there is no such run
  public Run resume(
      String run, Cancellation cancellation, RunListener listener, Question question) {
    History history = History.of(means.journal().entries(run));
    return run(history.plan(), cancellation, listener, question);
  }

  /// Returns to its queue every node of a run that nobody carries out, and that is not past the
  /// point of no return (rule 12); what is past it is followed to its end. The run has ended then.
  ///
  /// @throws RefusedException when somebody who is alive carries it out
  /// @throws NoSuchRunException when there is no such run
  public Run undo(String run, Cancellation cancellation, RunListener listener, Question question) {
    return resume(run, cancellation, listener, question);
  }

  private Run carriedOut(
      Plan plan,
      @Nullable String parent,
      Cancellation own,
      RunListener listener,
      Question question) {
    Instant begun = means.time().instant();
    refuse(plan, begun);
    refuse(plan, Guards.again(plan, means.ehpc().budget()));
    long before = calls.getAsLong();
    Looks looks = Looks.before(means, plan);
    Sight first = firstLook(plan, looks, own);
    Lease lease = means.journal().begin(new Entry.Began(begun, plan), parent);
    RunContext context =
        new RunContext(means, new Logbook(means, lease, own, listener), plan, own, looks);
    Ledger ledger = new Ledger(context);
    try (Heartbeat.Beat _ = heartbeat.of(lease, own)) {
      context.tell(new RunEvent.Began(lease.run(), plan));
      List<NodeOutcome> nodes =
          Reserve.open(() -> carryOut(context, ledger, question, first)); // begun is finished
      Run run = run(lease, plan, ledger.state(), nodes, ledger.stopped(), before, begun);
      context.write(new Entry.Ended(run.endedAt(), run));
      context.tell(new RunEvent.Ended(run));
      return run;
    } catch (Halt halt) {
      Interruption end = new Interruption(means.journal(), lease, context, ledger, halt);
      end.release();
      List<NodeOutcome> nodes = end.nodes();
      context.tell(new RunEvent.Interrupted(end.reason(), nodes));
      return run(lease, plan, RunState.INTERRUPTED, nodes, end.reason(), before, begun);
    }
  }

  /// @throws RefusedException when the run is interrupted before it has begun
  private static Sight firstLook(Plan plan, Looks looks, Cancellation own) {
    try {
      own.goOn();
      Sight first = own.during(looks::first, Level.CANCELLED);
      own.goOn();
      return first;
    } catch (Halt halt) {
      throw RefusedException.interrupted(plan, halt.reason().text());
    }
  }

  private Run run(
      Lease lease,
      Plan plan,
      RunState state,
      List<NodeOutcome> nodes,
      @Nullable String stopped,
      long before,
      Instant begun) {
    return new Run(
        lease.run(),
        plan.id(),
        plan.cluster(),
        state,
        nodes,
        stopped,
        calls.getAsLong() - before,
        begun,
        means.time().instant());
  }

  private static void refuse(Plan plan, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw RefusedException.violated(plan, violations);
    }
  }

  private static void refuse(Plan plan, Instant now) {
    refuse(plan, plan.violations());
    if (now.isAfter(plan.expiresAt())) {
      throw RefusedException.expired(plan);
    }
  }

  private static List<NodeOutcome> carryOut(
      RunContext context, Ledger ledger, Question question, Sight first) {
    Writer writer = new Writer(context);
    for (Batch batch : context.plan.batches()) {
      ledger.countFailures();
      if (!ledger.goesOn()) {
        break;
      }
      new BatchRun(context, batch, writer, ledger, question, first).run();
    }
    return ledger.close();
  }
}
