package io.ebb.run;

import io.ebb.api.AmbiguousException;
import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.run.Conclusion.Dropped;
import io.ebb.run.Conclusion.Open;
import io.ebb.run.Conclusion.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends one change until it is accepted or cannot be, and follows it to its end: [#launch], then
/// [#conclude]. Those that were launched together may be followed together in between.
///
/// Before each sending there is a fresh look, at which nothing goes on at the nodes if it is not
/// the first, and by which the caller says for which nodes the change is still right.
final class Delivery {
  /// How often a change is sent at most when nothing that can be seen stands in its way: what stood
  /// there may have ended just before the look.
  private static final int SENDINGS = 2;

  private final RunContext context;
  private final Fit fit;
  private final int number;
  private final Instant begun;

  private Instant deadline;
  private Change change;
  private Stage stage = new Stage.Over(new Dropped());
  private int sendings;
  private int inVain;
  private int waits;

  /// Whether the answer to a sending was lost, without a trace of it so far.
  private boolean doubtful;

  /// How far it is.
  private sealed interface Stage {

    /// Accepted, and going on.
    record Flying(Flight flight) implements Stage {}

    /// Sent, but not accepted as far as known.
    record Declined(Answer.Not answer, Pursuit pursuit) implements Stage {}

    /// At its end.
    record Over(Conclusion conclusion) implements Stage {}
  }

  /// @param number the change's number in the run, from 1
  /// @param fit the nodes that the change still fits by a fresh look
  Delivery(RunContext context, Change change, int number, Fit fit) {
    this.context = context;
    this.change = change;
    this.number = number;
    this.fit = fit;
    this.begun = context.now();
    this.deadline = begun;
  }

  /// Sends the change once.
  ///
  /// @param seen the look that it is sent by
  /// @throws EhpcException when the run cannot go on; then nothing of the change has happened
  void launch(Sight seen) {
    deadline = context.now().plus(context.plan.options().operationDeadline());
    try {
      stage = attempt(seen);
    } catch (RuntimeException e) {
      stage = new Stage.Over(broken(e));
    }
  }

  /// The change as it goes on; empty when it was not accepted at the launch.
  Optional<Flight> flight() {
    return stage instanceof Stage.Flying(Flight flight) ? Optional.of(flight) : Optional.empty();
  }

  /// Whether there is nothing more to do.
  boolean ended() {
    return stage instanceof Stage.Over;
  }

  /// What came of the flight, as somebody else has followed it.
  void landed(Conclusion conclusion) {
    stage = new Stage.Over(conclusion);
  }

  /// Follows the change to its end, and sends it again while that is needed and right.
  ///
  /// @throws EhpcException when the run cannot go on; then nothing of the change has happened
  Conclusion conclude() {
    deadline = context.now().plus(context.plan.options().operationDeadline());
    try {
      return deliver();
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  private Conclusion deliver() {
    while (true) {
      switch (stage) {
        case Stage.Over(Conclusion conclusion) -> {
          return conclusion;
        }
        case Stage.Flying(Flight flight) ->
            landed(new Landing(context, List.of(flight)).conclude().getFirst());
        case Stage.Declined declined -> stage = goOn(declined);
      }
    }
  }

  /// What a failure on the way leaves: what may have been sent is open.
  private Open broken(RuntimeException failure) {
    boolean service = failure instanceof EhpcException;
    if (service ? doubtful : sendings > 0) {
      return new Open(
          (service ? "an answer was lost, then: " : "sent, then: ") + Setback.text(failure));
    }
    throw failure;
  }

  /// Sends it once, by this look or a later one.
  private Stage attempt(Sight seen) {
    context.heed();
    narrow(seen);
    if (change.nodes().isEmpty()) {
      return new Stage.Over(new Dropped());
    }
    Pursuit pursuit = new Pursuit(context, intend());
    haltIfLate();
    return switch (Answer.to(change, context.ehpc, context.plan.cluster())) {
      case Answer.Accepted(String operation) -> new Stage.Flying(pursuit.accepted(operation));
      case Answer.Never(EhpcException never) -> throw note(never, false);
      case Answer.Not not -> {
        note(not.cause(), not instanceof Answer.Lost);
        yield new Stage.Declined(not, pursuit);
      }
    };
  }

  /// Waits until the change may be sent again, and sends it; or says why not.
  private Stage goOn(Stage.Declined declined) {
    Pursuit pursuit = declined.pursuit();
    return switch (declined.answer()) {
      case Answer.NotNow(EhpcException cause) -> again(pursuit, cause);
      case Answer.Forbidden(EhpcException cause) -> {
        inVain++;
        yield again(pursuit, cause);
      }
      case Answer.Lost(AmbiguousException cause) -> {
        inVain++;
        Optional<Conclusion> found = pursuit.inquire(cause, deadline);
        doubtful = doubtful || found.isEmpty();
        yield found.<Stage>map(Stage.Over::new).orElseGet(() -> again(pursuit, cause));
      }
    };
  }

  private Stage again(Pursuit pursuit, EhpcException cause) {
    Optional<Sight> quiet = quiet(cause);
    if (quiet.isEmpty()) {
      return new Stage.Over(doubtful ? new Open(why(cause)) : new Refused(why(cause)));
    }
    Optional<Conclusion> late = doubtful ? pursuit.evidence(quiet.get()) : Optional.empty();
    if (late.isPresent()) {
      return new Stage.Over(late.get());
    }
    return inVain == SENDINGS ? new Stage.Over(new Refused(why(cause))) : attempt(quiet.get());
  }

  /// Leaves out the nodes that the change does not fit any more. To give up nodes takes time: then
  /// there is another look at the rest.
  private void narrow(Sight seen) {
    int before = change.nodes().size();
    change = change.of(fit.of(seen));
    int left = change.nodes().size();
    if (left > 0 && left < before) {
      narrow(context.lookBefore(change));
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
    return new Sending(change, number, begun);
  }

  private EhpcException note(EhpcException answer, boolean lost) {
    declined(answer.getMessage(), lost);
    return answer;
  }

  private void declined(@Nullable String answer, boolean lost) {
    context.write(new Entry.Declined(context.now(), number, sendings, answer, lost));
  }

  /// Somebody else may carry out the run by now, and what was seen is old.
  private void haltIfLate() {
    Duration late = context.late();
    if (late != null) {
      Halt.Reason reason =
          new Halt.Reason.Paused("the process was paused for %d s".formatted(late.toSeconds()));
      declined("not sent: " + reason.text(), false);
      throw new Halt(reason);
    }
  }

  /// Waits until nothing goes on at the nodes and the queue; empty when the time is over or the run
  /// is stopped.
  private Optional<Sight> quiet(EhpcException cause) {
    while (waited(cause)) {
      Optional<Sight> glance = context.glanceBefore(change);
      if (glance.isPresent()) {
        if (change.quiet(glance.get())) {
          return glance;
        }
        inVain = 0; // There is something that stands in the way.
      }
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
    context.heldUp(cause);
    return context.cancellation.sleep(context.time, pause, change.wakesOn());
  }

  private static String why(EhpcException cause) {
    return cause instanceof AmbiguousException
        ? cause.getMessage() + "; it did not happen"
        : Setback.text(cause);
  }
}
