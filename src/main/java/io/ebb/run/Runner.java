package io.ebb.run;

import io.ebb.api.Reserve;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Batch;
import io.ebb.plan.Guards;
import io.ebb.plan.Plan;
import io.ebb.plan.Violation;
import io.ebb.run.Cancellation.Level;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/// Carries out plans exactly as they stand. Safe for use by many threads, one plan each: the runs
/// of one runner know of each other, and together keep the limits.
public final class Runner {
  private final Means means;
  private final LongSupplier calls;

  /// A runner.
  ///
  /// @param ehpc what it reads and changes
  /// @param time the clock it reads and waits by
  /// @param journal what it writes to before and after each change
  /// @param calls the number of API calls made so far, from which a run's calls are told
  public Runner(Ehpc ehpc, Time time, Journal journal, LongSupplier calls) {
    this.means = new Means(ehpc, time, new Watcher(ehpc, time), journal, new Holders());
    this.calls = calls;
  }

  /// Carries out the plan, which takes as long as the nodes' jobs take; returns what came of it.
  ///
  /// What goes wrong with single nodes, or on the way, is told in the run. Only before the run has
  /// begun are errors thrown: those of the first look at the cluster as they are.
  ///
  /// @param cancellation asked before each change and in each wait
  /// @param listener hears what happens
  /// @param question asked when the plan says to ask on deadline
  /// @throws RefusedException when the plan has violations, has expired, or names a node that
  ///   another run holds; nothing was changed
  public Run run(Plan plan, Cancellation cancellation, RunListener listener, Question question) {
    Cancellation own = cancellation.ofRun();
    try {
      return own.during(() -> carriedOut(plan, own, listener, question), Level.TWICE);
    } finally {
      cancellation.ended(own);
    }
  }

  private Run carriedOut(Plan plan, Cancellation own, RunListener listener, Question question) {
    Instant begun = means.time().instant();
    refuse(plan, begun);
    refuse(plan, Guards.again(plan, means.ehpc().budget()));
    long before = calls.getAsLong();
    Looks looks = Looks.before(means, plan);
    Sight first = own.during(looks::first, Level.ONCE);
    String id = means.holders().begin(plan, () -> means.journal().begin(plan, begun));
    try {
      RunContext context = new RunContext(means, id, plan, own, listener, looks);
      context.tell(new RunEvent.Began(id, plan));
      Ledger ledger = new Ledger(context);
      List<NodeOutcome> nodes =
          Reserve.open(
              () -> carryOut(context, ledger, question, first)); // what is begun is finished
      Run run =
          new Run(
              id,
              plan.id(),
              plan.cluster(),
              ledger.state(),
              nodes,
              ledger.stopped(),
              calls.getAsLong() - before,
              begun,
              means.time().instant());
      context.write(new Entry.Ended(run.endedAt(), run));
      context.tell(new RunEvent.Ended(run));
      return run;
    } finally {
      means.holders().end(id, means.time().instant());
    }
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
