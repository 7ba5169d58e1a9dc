package io.ebb.run;

import io.ebb.api.Reserve;
import io.ebb.plan.Batch;
import io.ebb.plan.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run on its way to its end, from wherever its history has brought it.
final class Course {
  private final Journal journal;
  private final Lease lease;
  private final RunContext context;
  private final Question question;
  private final LongSupplier calls;

  private History history;
  private Ledger ledger;

  /// @param history what is known of the run
  /// @param calls the number of API calls made for it so far
  Course(
      Journal journal,
      Lease lease,
      RunContext context,
      History history,
      Question question,
      LongSupplier calls) {
    this.journal = journal;
    this.lease = lease;
    this.context = context;
    this.question = question;
    this.calls = calls;
    this.history = history;
    this.ledger = new Ledger(context, history);
  }

  /// Does the work while the lease is prolonged. A run that halts is left as it stands, for others
  /// to go on with; so is one that cannot look at its cluster.
  Run during(Heartbeat heartbeat, Supplier<Run> work) {
    try (Heartbeat.Beat _ = heartbeat.of(lease, context.cancellation)) {
      return Reserve.open(work); // what is begun is finished
    } catch (Halt halt) {
      Interruption end = new Interruption(journal, lease, context, ledger, halt.reason().text());
      end.release();
      List<NodeOutcome> nodes = end.nodes();
      context.tell(new RunEvent.Interrupted(end.reason(), nodes));
      return result(RunState.INTERRUPTED, nodes, end.reason());
    } catch (RuntimeException e) {
      new Interruption(journal, lease, context, ledger, Setback.text(e)).release();
      throw e;
    }
  }

  /// Carries out a run that has just begun.
  ///
  /// @param decided what the history ends with, and is not written yet
  /// @param first the look at the cluster with which it has begun
  Run begin(Optional<Entry.Reconfirmed> decided, Sight first) {
    context.tell(new RunEvent.Began(lease.run(), context.plan));
    writeApprovals();
    decided.ifPresent(context::write);
    context.queuesSeen().ifPresent(context::write);
    return run(history, () -> first);
  }

  /// Goes on with a run that was begun before. First what was under way is brought to an end, then
  /// the rest follows from what is known.
  ///
  /// @param purpose as [Entry.Resumed] has it
  /// @param again the ids of the nodes of a run that had ended, which it holds again
  Run goOn(String purpose, Set<String> again) {
    Owner self = journal.head(lease.run()).owner();
    history = written(); // who held the lease before may have written until it was taken
    if (history.ended().isPresent() && !isToGoOn(history.reopenedFor(purpose), again)) {
      return endedMeanwhile(history.ended().get());
    }
    context.write(new Entry.Resumed(context.now(), self, purpose, lease.before()));
    writeApprovals();
    context.tell(new RunEvent.Resumed(lease.run(), purpose));
    history = written();
    context.goOnFrom(history);
    context.heed();
    if (!history.open().isEmpty()) {
      context.look(); // A service that does not answer must not make a riddle of what it knows.
      new Recovery(context, new Asking(context, question)).conclude(history.open());
    }
    if (history.undoing() || history.stopped().filter(Entry.Stopped::cancelled).isPresent()) {
      context.cancellation.cancel();
    }
    return run(written(), context::look);
  }

  private void writeApprovals() {
    question.approvals().forEach(approval -> context.write(approval.at(context.now())));
  }

  /// Whether there is something to do after the end, with nodes that are held for it: somebody else
  /// may have brought the run to this end since it was read.
  private static boolean isToGoOn(Set<String> due, Set<String> held) {
    return !due.isEmpty() && held.containsAll(due);
  }

  private History written() {
    return History.of(journal.entries(lease.run()));
  }

  private Run endedMeanwhile(Run run) {
    context.write(new Entry.Ended(context.now(), run)); // which releases the lease again
    return run;
  }

  /// Carries out what is left to do.
  ///
  /// @param known of the run; nothing of it is open: every change is known to have happened or not
  /// @param first looks at the cluster, when that is needed
  private Run run(History known, Supplier<Sight> first) {
    history = known;
    ledger = new Ledger(context, known);
    List<NodeOutcome> nodes = carryOut(first);
    context.queuesSeen().ifPresent(context::write);
    Run run = result(ledger.state(), nodes, ledger.stopped());
    context.write(new Entry.Ended(run.endedAt(), run));
    context.tell(new RunEvent.Ended(run));
    return run;
  }

  private Run result(RunState state, List<NodeOutcome> nodes, @Nullable String stopped) {
    return new Run(
        lease.run(),
        context.plan.id(),
        context.plan.cluster(),
        state,
        nodes,
        stopped,
        calls.getAsLong(),
        history.startedAt(),
        context.now());
  }

  private List<NodeOutcome> carryOut(Supplier<Sight> first) {
    if (history.reopened()) {
      new SecondLook(context, history, ledger).settle(doubtful());
    }
    history.unconfirmed().stream()
        .filter(node -> open(context.target(node.id())))
        .forEach(node -> ledger.settle(context.target(node.id()), node.outcome(), node.reason()));
    Writer writer = new Writer(context, history.lastChange());
    for (Batch batch : context.plan.batches()) {
      List<Target> targets = history.unsettled(batch).stream().filter(this::open).toList();
      if (!targets.isEmpty() && goesOnWith(batch)) {
        new BatchRun(context, batch, writer, ledger, question, history).run(targets, first.get());
      }
    }
    return ledger.close();
  }

  /// Of a run that had ended, what does not simply go back into its queue now, nor was on its way.
  private List<Target> doubtful() {
    boolean undone = context.cancellation.cancelled();
    return context.plan.targets().stream()
        .filter(this::open)
        .filter(target -> !undone || !isOwed(target.id()))
        .toList();
  }

  private boolean isOwed(String node) {
    return history.side(node) == Side.LEFT || history.givenUp(node).isPresent();
  }

  private boolean open(Target target) {
    return !ledger.settled(target);
  }

  /// A batch that was begun is brought to its end, whatever has happened.
  private boolean goesOnWith(Batch batch) {
    if (history.begun(batch)) {
      return true;
    }
    ledger.countFailures();
    return ledger.goesOn();
  }
}
