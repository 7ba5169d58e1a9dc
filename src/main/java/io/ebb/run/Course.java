package io.ebb.run;

import io.ebb.api.Reserve;
import io.ebb.plan.Batch;
import io.ebb.plan.Target;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One run on its way to its end, from wherever its history has brought it.
final class Course {
  private final RunContext context;
  private final History history;
  private final Question question;
  private final Ledger ledger;

  /// @param history of the run; nothing of it is open, so that every change is known to have
  ///   happened or not
  Course(RunContext context, History history, Question question) {
    this.context = context;
    this.history = history;
    this.question = question;
    this.ledger = new Ledger(context, history);
  }

  /// Carries out what is left to do.
  ///
  /// @param first a look at the cluster, made when it is needed
  /// @param calls the number of API calls made since the run was begun here
  Run run(String id, Supplier<Sight> first, LongSupplier calls) {
    List<NodeOutcome> nodes = Reserve.open(() -> carryOut(first)); // what is begun is finished
    Run run =
        new Run(
            id,
            context.plan.id(),
            context.plan.cluster(),
            ledger.state(),
            nodes,
            ledger.stopped(),
            calls.getAsLong(),
            history.startedAt(),
            context.now());
    context.write(new Entry.Ended(run.endedAt(), run));
    context.tell(new RunEvent.Ended(run));
    return run;
  }

  private List<NodeOutcome> carryOut(Supplier<Sight> first) {
    if (history.reopened()) {
      new SecondLook(context, history, ledger).settle(doubtful());
    }
    Writer writer = new Writer(context, history.lastChange());
    for (Batch batch : context.plan.batches()) {
      List<Target> targets = history.unsettled(batch).stream().filter(this::open).toList();
      if (!targets.isEmpty() && goesOnWith(batch)) {
        new BatchRun(context, batch, writer, ledger, question, history).run(targets, first.get());
      }
    }
    return ledger.close();
  }

  /// Of a run that had ended, what is not surely out of its queue by our doing.
  private List<Target> doubtful() {
    return context.plan.targets().stream()
        .filter(this::open)
        .filter(target -> history.side(target.id()) != Side.LEFT)
        .toList();
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
