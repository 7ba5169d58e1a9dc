package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Conclusion.Dropped;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Conclusion.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sends one change until it is accepted or cannot be.
///
/// Before each sending there is a fresh look, at which nothing goes on at the nodes if it is not
/// the first, and by which the caller says for which nodes the change is still right.
final class Delivery {
  /// How often a change is sent at most when nothing that can be seen stands in its way: what stood
  /// there may have ended just before the look.
  private static final int SENDINGS = 2;

  private final RunContext context;
  private final Function<Snapshot, List<Node>> fit;
  private final int number;
  private final Instant begun;
  private final Instant deadline;

  private Change change;
  private int sendings;
  private int inVain;
  private int waits;

  /// Whether the answer to a sending was lost, without a trace of it so far.
  private boolean doubtful;

  Delivery(RunContext context, Change change, int number, Function<Snapshot, List<Node>> fit) {
    this.context = context;
    this.change = change;
    this.number = number;
    this.fit = fit;
    this.begun = context.now();
    this.deadline = begun.plus(context.plan.options().operationDeadline());
  }

  /// Sends the change, and follows it to its end.
  ///
  /// @throws EhpcException when the run cannot go on; then nothing of the change has happened
  Conclusion conclude() {
    try {
      return deliver();
    } catch (EhpcException e) {
      if (doubtful) {
        return new Open("an answer was lost, then: " + Setback.text(e));
      }
      throw e;
    }
  }

  private Conclusion deliver() {
    Optional<Snapshot> seen = Optional.of(context.look());
    while (true) {
      narrow(seen.get());
      if (change.nodes().isEmpty()) {
        return new Dropped();
      }
      Pursuit pursuit = new Pursuit(context, intend());
      if (context.trouble() != null && !change.undoes()) {
        return new Dropped();
      }
      EhpcException cause;
      switch (Answer.to(change, context.ehpc, context.plan.cluster())) {
        case Answer.Accepted(String operation) -> {
          return pursuit.accepted(operation);
        }
        case Answer.Never(EhpcException never) -> {
          note(never);
          throw never;
        }
        case Answer.Lost(AmbiguousException lost) -> {
          note(lost);
          Optional<Conclusion> found = pursuit.inquire(lost);
          if (found.isPresent()) {
            return found.get();
          }
          doubtful = true;
          inVain++;
          cause = lost;
        }
        case Answer.Forbidden(EhpcException forbidden) -> {
          inVain++;
          cause = note(forbidden);
        }
        case Answer.NotNow(EhpcException notNow) -> cause = note(notNow);
      }
      seen = quiet(cause);
      if (seen.isEmpty()) {
        return doubtful ? new Open(why(cause)) : new Refused(why(cause));
      }
      if (doubtful) {
        Optional<Conclusion> late = pursuit.evidence(seen.get());
        if (late.isPresent()) {
          return late.get();
        }
      }
      if (inVain == SENDINGS) {
        return new Refused(why(cause));
      }
    }
  }

  /// Leaves out the nodes that the change does not fit any more. To give up nodes takes time: then
  /// there is another look at the rest.
  private void narrow(Snapshot seen) {
    int before = change.nodes().size();
    change = change.of(fit.apply(seen));
    int left = change.nodes().size();
    if (left > 0 && left < before) {
      narrow(context.look());
    }
  }

  private Sending intend() {
    Sending sending = new Sending(change, number, ++sendings, begun, deadline);
    context.write(
        new Entry.Intent(
            context.now(),
            number,
            sendings,
            change.action(),
            change.queue(),
            change.nodes().stream().map(Node::id).toList(),
            deadline));
    return sending;
  }

  private EhpcException note(EhpcException answer) {
    context.write(new Entry.Declined(context.now(), number, sendings, answer.getMessage()));
    return answer;
  }

  /// Waits until nothing goes on at the nodes and the queue, and gives that look; empty when the
  /// time is over or the run is stopped.
  private Optional<Snapshot> quiet(EhpcException cause) {
    while (waited(cause)) {
      Optional<Snapshot> seen = context.glance();
      if (seen.filter(change::quiet).isPresent()) {
        return seen;
      }
      inVain = 0; // There is something that stands in the way.
    }
    return Optional.empty();
  }

  private boolean waited(EhpcException cause) {
    Duration pause = context.pace.waitBefore(waits++);
    if (context.now().plus(pause).isAfter(deadline)) {
      return false;
    }
    context.tell(
        new RunEvent.Waiting(
            change.words() + ": " + cause.getMessage(),
            begun,
            "the service being ready for it",
            deadline));
    Level wakesOn = change.undoes() ? Level.TWICE : Level.ONCE;
    return context.cancellation.sleep(context.time, pause, wakesOn);
  }

  private static String why(EhpcException cause) {
    return cause instanceof AmbiguousException
        ? cause.getMessage() + "; it did not happen"
        : Setback.text(cause);
  }
}
