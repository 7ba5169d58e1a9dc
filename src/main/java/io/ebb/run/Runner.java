package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import java.util.function.LongSupplier;

/// Carries out plans exactly as they stand. Safe for use by many threads, one plan each.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Runner {
  private final Ehpc ehpc;
  private final Time time;
  private final Journal journal;
  private final LongSupplier calls;

  /// A runner.
  ///
  /// @param ehpc what it reads and changes
  /// @param time the clock it reads and waits by
  /// @param journal what it writes to before and after each change
  /// @param calls the number of API calls made so far, from which a run's calls are told
  public Runner(Ehpc ehpc, Time time, Journal journal, LongSupplier calls) {
    this.ehpc = ehpc;
    this.time = time;
    this.journal = journal;
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
  /// @throws RefusedException when the plan has violations or has expired; nothing was changed
  public Run run(Plan plan, Cancellation cancellation, RunListener listener, Question question) {
    throw new UnsupportedOperationException("not yet");
  }
}
