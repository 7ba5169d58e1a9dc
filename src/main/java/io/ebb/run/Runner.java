package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Guards;
import io.ebb.plan.Plan;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.Violation;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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

  /// Carries out what scripts order directly, and waits for operations, together with the runs of
  /// plans.
  public Orders orders() {
    return new Orders(means);
  }

  /// What others may know and want of runs.
  public RunAccess access() {
    return new RunAccess(this, means);
  }

  /// As [#run(Plan, Reconfirmation, String, Cancellation, RunListener, Question)], for a plan of
  /// its own, whose nodes are as they were.
  public Run run(Plan plan, Cancellation cancellation, RunListener listener, Question question) {
    return run(plan, Reconfirmation.none(), null, cancellation, listener, question);
  }

  /// Carries out the plan, which takes as long as the nodes' jobs take; returns what came of it. A
  /// plan that was begun before goes on where it stopped; one that has ended is not carried out
  /// again, and what came of it then is returned (rule 17).
  ///
  /// What goes wrong with single nodes, or on the way, is told in the run. Only before the run has
  /// begun are errors thrown: those of the first look at the cluster as they are. A run that is
  /// interrupted, that cannot write to the journal any more, or that somebody else has taken over,
  /// stops as it stands: its state is [RunState#INTERRUPTED] then.
  ///
  /// @param decided about nodes that have changed since the plan was made; of no account when the
  ///   plan was begun before
  /// @param parent the run of the script that applies the plan; null when none does
  /// @param cancellation asked before each change and in each wait
  /// @param listener hears what happens
  /// @param question asked when the plan says to ask on deadline
  /// @throws RefusedException when the plan has violations, has expired, is being carried out by
  ///   somebody who is alive, or names a node that another run holds, or when it is interrupted
  ///   before it has begun; nothing was changed
  public Run run(
      Plan plan,
      Reconfirmation decided,
      @Nullable String parent,
      Cancellation cancellation,
      RunListener listener,
      Question question) {
    Optional<String> before = means.journal().runOf(plan.digest());
    Optional<Run> ended = before.flatMap(run -> history(run).ended());
    return ended.orElseGet(() ->
        during(
            cancellation,
            own ->
                before.isPresent()
                    ? goOn(before.get(), Entry.Resumed.RESUME, own, listener, question)
                    : begin(plan, decided, parent, own, listener, question)));
  }

  /// Goes on with a run that has stopped before its end, exactly where it stopped: what was
  /// accepted is waited for, what may have been sent is looked for, and deadlines are those of the
  /// first time. A run that has ended, but with nodes of which nobody could say what became of
  /// them, looks at those again, and sends nothing.
  ///
  /// @throws RefusedException when somebody who is alive carries it out, or it has ended with
  ///   everything known
  /// @throws NoSuchRunException when there is no such run
  /// @throws io.ebb.api.EhpcException when the cluster cannot be looked at; the run stands as
  ///   before
  public Run resume(
      String run, Cancellation cancellation, RunListener listener, Question question) {
    return during(cancellation, own -> goOn(run, Entry.Resumed.RESUME, own, listener, question));
  }

  /// Returns to its queue every node of a run that nobody carries out, and that is not past the
  /// point of no return (rule 12); what is past it is followed to its end. The run has ended then.
  /// Of a run that had ended before, those nodes go back that it has left out of their queue.
  ///
  /// @throws RefusedException when somebody who is alive carries it out, or nothing is to be undone
  /// @throws NoSuchRunException when there is no such run
  /// @throws io.ebb.api.EhpcException when the cluster cannot be looked at; the run can be gone on
  ///   with, and whoever does so undoes it
  public Run undo(String run, Cancellation cancellation, RunListener listener, Question question) {
    return during(cancellation, own -> goOn(run, Entry.Resumed.UNDO, own, listener, question));
  }

  private static Run during(Cancellation cancellation, Function<Cancellation, Run> work) {
    Cancellation own = cancellation.ofRun();
    Optional<Cancellation> around = Cancellation.around();
    around.ifPresent(block -> block.adopt(own));
    try {
      return own.during(() -> work.apply(own), Level.INTERRUPTED);
    } finally {
      around.ifPresent(block -> block.ended(own));
      cancellation.ended(own);
    }
  }

  /// Has a run cancelled (rule 12), whoever carries it out: nothing new is begun, and every node
  /// goes back to its queue that is not past the point of no return. When somebody who is alive
  /// carries it out, it is asked to, and does so within seconds; else that is done here, as by
  /// [#undo].
  ///
  /// @return what came of it; empty when somebody else was asked
  /// @throws RefusedException when nothing is to be undone
  /// @throws NoSuchRunException when there is no such run
  public Optional<Run> cancel(
      String run, Cancellation cancellation, RunListener listener, Question question) {
    means.journal().askToCancel(run);
    return means.journal().head(run).state() == RunState.RUNNING
        ? Optional.empty()
        : Optional.of(undo(run, cancellation, listener, question));
  }

  private History history(String run) {
    return History.of(means.journal().entries(run));
  }

  private Run begin(
      Plan plan,
      Reconfirmation decided,
      @Nullable String parent,
      Cancellation own,
      RunListener listener,
      Question question) {
    Instant begun = means.time().instant();
    refuse(plan, begun);
    refuse(plan, Guards.again(plan, means.ehpc().budget()));
    LongSupplier made = callsFromHere();
    Looks looks = Looks.before(means, plan);
    Sight first = firstLook(plan, looks, own);
    refuse(plan, means.time().instant()); // the look may have waited an hour for the quota
    Entry.Began began = new Entry.Began(begun, plan, means.journal().self().user());
    Lease lease = means.journal().begin(began, parent);
    Optional<Entry.Reconfirmed> reconfirmed =
        Optional.of(decided)
            .filter(some -> !some.isNone())
            .map(some -> Entry.Reconfirmed.of(begun, plan, some));
    History history =
        History.of(Stream.<Entry>concat(Stream.of(began), reconfirmed.stream()).toList());
    Course course = course(lease, history, own, listener, question, looks, made);
    return course.during(heartbeat, () -> course.begin(reconfirmed, first));
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

  private Run goOn(
      String run, String purpose, Cancellation own, RunListener listener, Question question) {
    History before = history(run);
    Set<String> again = before.reopenedFor(purpose);
    boolean stands = means.journal().head(run).resumable(); // it was taken again, and no more
    before.ended().filter(_ -> again.isEmpty() && !stands).ifPresent(over -> refuse(over, purpose));
    Lease lease = means.journal().take(run, again, means.time().instant());
    Looks looks = Looks.anew(means, before.plan());
    Course course = course(lease, before, own, listener, question, looks, callsFromHere());
    return course.during(heartbeat, () -> course.goOn(purpose, again));
  }

  private LongSupplier callsFromHere() {
    long before = calls.getAsLong();
    return () -> calls.getAsLong() - before;
  }

  private Course course(
      Lease lease,
      History history,
      Cancellation own,
      RunListener listener,
      Question question,
      Looks looks,
      LongSupplier made) {
    Logbook logbook = new Logbook(means, lease, own, listener);
    RunContext context = new RunContext(means, logbook, history, own, looks);
    return new Course(means.journal(), lease, context, history, question, made);
  }

  private static void refuse(Run over, String purpose) {
    throw RefusedException.over(
        over,
        purpose.equals(Entry.Resumed.UNDO)
            ? "none of its nodes was left out of its queue by it"
            : "nothing is left to do");
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
}
