package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.BusyException;
import io.ebb.api.ConflictException;
import io.ebb.api.EhpcException;
import io.ebb.api.NotFoundException;
import io.ebb.api.QuotaException;
import io.ebb.api.UnreachableException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Happened;
import io.ebb.run.Conclusion.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes changes, each once: intent, call, receipt, wait, conclusion. Nothing is ever repeated
/// blindly (rule 13).
final class Writer {
  /// How often a change is sent at most when a look afterwards finds that it did not happen and
  /// that nothing stands in its way: what stood there may have ended just before the look.
  private static final int SENDINGS = 2;

  private final RunContext context;
  private int changes;

  Writer(RunContext context) {
    this.context = context;
  }

  /// Makes the change and waits for its end.
  ///
  /// @throws EhpcException when the run cannot go on; then nothing of the change has happened
  Conclusion perform(Change change) {
    Sending sending = begin(change);
    try {
      Conclusion conclusion = conclude(sending, new Pursuit(context, sending));
      note(sending, conclusion.text());
      return conclusion;
    } catch (EhpcException e) {
      note(sending, "not done: " + e.getMessage());
      throw e;
    }
  }

  private Sending begin(Change change) {
    Instant begun = context.now();
    Instant deadline = begun.plus(context.plan.options().operationDeadline());
    Sending sending = new Sending(change, ++changes, begun, deadline);
    List<String> nodes = change.nodes().stream().map(Node::id).toList();
    context.write(
        new Entry.Intent(
            begun, sending.number(), change.action(), change.queue(), nodes, deadline));
    context.changed();
    return sending;
  }

  private void note(Sending sending, String result) {
    context.write(new Entry.Concluded(context.now(), sending.number(), result));
  }

  private Conclusion conclude(Sending sending, Pursuit pursuit) {
    Change change = sending.change();
    int inVain = 0;
    for (int round = 0; ; round++) {
      EhpcException cause;
      try {
        return pursuit.accepted(change.send(context.ehpc, context.plan.cluster()));
      } catch (NotFoundException e) {
        return pursuit.afterLook(Refused.by(e));
      } catch (AmbiguousException e) {
        Optional<Conclusion> found = pursuit.inquire(e);
        if (found.isPresent() || ++inVain == SENDINGS) {
          return found.orElse(new Refused(e.getMessage() + "; it did not happen"));
        }
        cause = e;
      } catch (ConflictException e) {
        Snapshot seen = context.look();
        if (change.done(seen)) {
          return new Happened();
        }
        if (change.undone(seen) && ++inVain == SENDINGS) {
          return Refused.by(e);
        }
        cause = e;
      } catch (QuotaException e) {
        if (!change.undoes()) {
          throw e;
        }
        cause = e;
      } catch (BusyException | UnreachableException e) {
        cause = e;
      }
      if (!waited(sending, round, cause)) {
        return Refused.by(cause);
      }
    }
  }

  /// Whether there is time to send it again, after having waited for it.
  private boolean waited(Sending sending, int round, EhpcException cause) {
    Duration pause = context.pace.waitBefore(round);
    if (context.now().plus(pause).isAfter(sending.deadline())) {
      return false;
    }
    context.tell(
        new RunEvent.Waiting(
            sending.change().words() + ": " + cause.getMessage(),
            sending.begun(),
            "the service being ready for it",
            sending.deadline()));
    Level wakesOn = sending.change().undoes() ? Level.TWICE : Level.ONCE;
    return context.cancellation.sleep(context.time, pause, wakesOn);
  }
}
