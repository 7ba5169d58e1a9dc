package io.ebb.script;

import io.ebb.api.NotFoundException;
import io.ebb.api.Subject;
import io.ebb.cluster.Operation;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.run.Approval;
import io.ebb.run.Cancellation;
import io.ebb.run.NoSuchRunException;
import io.ebb.run.Orders;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunAccess;
import io.ebb.run.Runner;
import io.ebb.run.StoppedException;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a script has done directly, and not by a plan: each deed is made once, and recorded.
final class Deeds {
  private final InstantSource clock;
  private final Host host;
  private final Transcript transcript;
  private final Orders orders;
  private final RunAccess runs;
  private final Cancellation cancellation;
  private final Calls calls;

  /// Whether this is a dry run that has taken something as done.
  private boolean pretended;

  Deeds(
      InstantSource clock,
      Host host,
      Transcript transcript,
      Runner runner,
      Cancellation cancellation,
      Calls calls) {
    this.clock = clock;
    this.host = host;
    this.transcript = transcript;
    this.orders = runner.orders();
    this.runs = runner.access();
    this.cancellation = cancellation;
    this.calls = calls;
  }

  /// The operation of what is ordered, accepted now or when it was ordered first.
  ///
  /// @param call the order as one writes it
  /// @param limits how much may be taken away, and what is protected
  Operation order(String call, Order order, Limits limits) {
    return transcript.answer(
        call, Form.OPERATION, () -> unlessStopped(() -> ordered(call, order, limits)));
  }

  private Operation ordered(String call, Order order, Limits limits) {
    if (host.rehearses()) {
      host.log("dry run: would now be " + order.doing());
      Operation rehearsed = rehearsed(order, limits, this::object);
      pretended = true;
      return rehearsed;
    }
    if ((order.destroys() || !transcript.begun()) && !transcript.hasUnanswered()) {
      // What is refused leaves no run, and nobody is asked what is refused afterwards.
      Operation _ = rehearsed(order, limits, Deeds::refuse);
    }
    Optional<Approval> approval = Optional.empty();
    if (order.destroys() && !transcript.hasUnanswered()) {
      refuseStopped();
      approval = host.allow(order);
    }
    refuseStopped();
    Orders.Place place = transcript.place(call).approved(approval);
    host.begun(place.lease().run());
    Operation accepted =
        calls.change(call, () -> orders.carryOut(order, place, limits, cancellation, host::log));
    transcript.heed();
    return accepted;
  }

  /// Nobody is asked about what is to stop, and an answer to it does not count.
  private void refuseStopped() {
    if (cancellation.cancelled()) {
      throw new CancelledException();
    }
  }

  private Operation rehearsed(Order order, Limits limits, Consumer<RefusedException> objection) {
    return calls.read(() -> orders.rehearse(order, limits, cancellation, host::log, objection));
  }

  private static void refuse(RefusedException e) {
    throw e;
  }

  /// What was only pretended before may be what is missing now: then it is told, and no more.
  private void object(RefusedException e) {
    if (!pretended) {
      throw e;
    }
    host.log("dry run: as the cluster is now, " + e.getMessage());
  }

  /// Whether something has been taken as done in a dry run.
  boolean pretended() {
    return pretended;
  }

  /// Something has been taken as done in a dry run.
  void pretend() {
    pretended = true;
  }

  /// The operation as it ended well.
  ///
  /// @throws io.ebb.run.OperationException when it did not, or goes on for longer
  Operation await(String cluster, Operation operation, Duration atMost) {
    if (!operation.pending()) { // nothing is to be asked for
      return orders.await(cluster, operation, atMost, cancellation);
    }
    String call = Call.of(Call.of("", "operation", operation.id()), "wait", atMost.toString());
    return transcript.answer(
        call, Form.OPERATION, () -> unlessStopped(() -> awaited(cluster, operation, atMost)));
  }

  private Operation awaited(String cluster, Operation operation, Duration atMost) {
    String name = "operation %s (%s)".formatted(operation.id(), operation.action());
    host.log("%s: waiting, at most %s".formatted(name, Durations.format(atMost)));
    Instant since = clock.instant();
    Operation end = calls.read(() -> orders.await(cluster, operation, atMost, cancellation));
    Duration took = Duration.between(since, clock.instant());
    host.log("%s: %s after %s".formatted(name, end.status(), Durations.format(took)));
    return end;
  }

  /// The run as it stands now.
  ///
  /// @throws NotFoundException when there is no such run
  Run run(String id) {
    return transcript.answer(said(id), Form.RUN, () -> found(() -> runs.run(id)));
  }

  /// The run as it ended, whoever carries it out.
  Run await(String id, Duration atMost) {
    String call = Call.of(said(id), "wait", atMost.toString());
    return transcript.answer(call, Form.RUN, () -> unlessStopped(() -> ended(id, atMost)));
  }

  private Run ended(String id, Duration atMost) {
    host.log("run %s: waiting, at most %s".formatted(id, Durations.format(atMost)));
    Run end = calls.read(() -> runs.await(id, atMost, cancellation));
    host.log("run %s: %s".formatted(id, end.state().label()));
    return end;
  }

  /// The run as it is once it is cancelled.
  Run cancel(String id) {
    Run run =
        transcript.answer(
            Call.of(said(id), "cancel"), Form.RUN, () -> unlessStopped(() -> cancelled(id)));
    transcript.changes();
    return run;
  }

  private Run cancelled(String id) {
    if (host.rehearses()) {
      host.log("dry run: would now cancel run " + id);
      return runs.run(id);
    }
    String own = transcript.begin();
    host.begun(own);
    if (id.equals(own)) {
      throw new IllegalArgumentException("a script cannot cancel its own run; it may end itself");
    }
    host.log("cancelling run " + id);
    return calls.change("cancelling run " + id, () -> runs.cancel(id, cancellation));
  }

  /// All that is told of the run, as plain data.
  Map<String, @Nullable Object> report(String id) {
    return transcript.answer(
        Call.of(said(id), "report"), Form.RAW, () -> found(() -> runs.report(id).data()));
  }

  private static String said(String run) {
    return Call.of("ehpc", "run", run);
  }

  private static <T> T found(Supplier<T> look) {
    try {
      return look.get();
    } catch (NoSuchRunException e) {
      throw new NotFoundException(
          new io.ebb.api.Failure(
              "find the run",
              Subject.of(""),
              0,
              String.valueOf(e.getMessage()),
              "ebb runs lists all that the journal knows"));
    }
  }

  private static <T> T unlessStopped(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoppedException e) {
      throw new CancelledException(String.valueOf(e.getMessage()));
    }
  }
}
