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
  private Snapshot seen;
  private int sendings;
  private int inVain;
  private int waits;

  /// Whether the answer to a sending was lost, without a trace of it so far.
  private boolean doubtful;

  /// @param number the change's number in the run, from 1
  /// @param fit the nodes that the change still fits by a fresh look
  /// @param first the look before the first sending
  Delivery(
      RunContext context,
      Change change,
      int number,
      Function<Snapshot, List<Node>> fit,
      Snapshot first) {
    this.context = context;
    this.change = change;
    this.number = number;
    this.fit = fit;
    this.seen = first;
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
    } catch (RuntimeException e) {
      if (sendings > 0) {
        return new Open("sent, then: " + Setback.text(e));
      }
      throw e;
    }
  }

  private Conclusion deliver() {
    while (true) {
      Optional<Conclusion> end = attempt();
      if (end.isPresent()) {
        return end.get();
      }
    }
  }

  /// Sends it once; empty when it is to be sent again.
  private Optional<Conclusion> attempt() {
    narrow();
    if (change.nodes().isEmpty()) {
      return Optional.of(new Dropped());
    }
    Pursuit pursuit = new Pursuit(context, intend());
    if (context.trouble() != null && !change.undoes()) {
      return Optional.of(new Dropped());
    }
    return switch (Answer.to(change, context.ehpc, context.plan.cluster())) {
      case Answer.Accepted(String operation) -> Optional.of(pursuit.accepted(operation));
      case Answer.Never(EhpcException never) -> throw note(never);
      case Answer.NotNow(EhpcException notNow) -> again(pursuit, note(notNow));
      case Answer.Forbidden(EhpcException forbidden) -> {
        inVain++;
        yield again(pursuit, note(forbidden));
      }
      case Answer.Lost(AmbiguousException lost) -> {
        inVain++;
        note(lost);
        yield pursuit.inquire(lost).or(() -> doubt(pursuit, lost));
      }
    };
  }

  private Optional<Conclusion> doubt(Pursuit pursuit, EhpcException cause) {
    doubtful = true;
    return again(pursuit, cause);
  }

  /// Waits until the change may be sent again; the conclusion when it is not to be.
  private Optional<Conclusion> again(Pursuit pursuit, EhpcException cause) {
    if (!quiet(cause)) {
      return Optional.of(doubtful ? new Open(why(cause)) : new Refused(why(cause)));
    }
    Optional<Conclusion> late = doubtful ? pursuit.evidence(seen) : Optional.empty();
    return late.or(
        () -> inVain == SENDINGS ? Optional.of(new Refused(why(cause))) : Optional.empty());
  }

  /// Leaves out the nodes that the change does not fit any more. To give up nodes takes time: then
  /// there is another look at the rest.
  private void narrow() {
    int before = change.nodes().size();
    change = change.of(fit.apply(seen));
    int left = change.nodes().size();
    if (left > 0 && left < before) {
      seen = context.look();
      narrow();
    }
  }

  private Sending intend() {
    sendings++;
    context.write(
        new Entry.Intent(
            context.now(),
            number,
            sendings,
            change.action(),
            change.queue(),
            change.nodes().stream().map(Node::id).toList(),
            deadline));
    return new Sending(change, number, begun, deadline);
  }

  private EhpcException note(EhpcException answer) {
    context.write(new Entry.Declined(context.now(), number, sendings, answer.getMessage()));
    return answer;
  }

  /// Waits until nothing goes on at the nodes and the queue; false when the time is over or the run
  /// is stopped.
  private boolean quiet(EhpcException cause) {
    while (waited(cause)) {
      Optional<Snapshot> glance = context.glance();
      if (glance.isPresent()) {
        seen = glance.get();
        if (change.quiet(seen)) {
          return true;
        }
        inVain = 0; // There is something that stands in the way.
      }
    }
    return false;
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
