package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Operation;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Cancellation;
import io.ebb.run.Orders;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.run.StoppedException;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// The world as a script meets it: everything that enters the script from outside passes here, and
/// so into its record. The words have no other way to the service, to the clock and to people's
/// decisions.
final class Outside {
  /// So many digits of its digest tell a plan from any other.
  private static final int DIGITS = 16;

  private final Ehpc ehpc;
  private final InstantSource clock;
  private final Host host;
  private final Transcript transcript;
  private final Orders orders;
  private final Cancellation cancellation;

  Outside(
      Ehpc ehpc,
      InstantSource clock,
      Host host,
      Transcript transcript,
      Orders orders,
      Cancellation cancellation) {
    this.ehpc = ehpc;
    this.clock = clock;
    this.host = host;
    this.transcript = transcript;
    this.orders = orders;
    this.cancellation = cancellation;
  }

  /// The time that the script lives in; it passes only while something is asked or done.
  Instant present() {
    return transcript.present();
  }

  /// What the script's chance begins with.
  long seed() {
    return transcript.seed();
  }

  /// What the service says.
  ///
  /// @param call the question as one writes it
  <T> T ask(String call, Form<T> form, Function<Ehpc, T> question) {
    return transcript.answer(call, form, () -> question.apply(ehpc));
  }

  /// The present, and how much of the call quota is used.
  Moment moment(String call) {
    return transcript.answer(call, Form.MOMENT, () -> new Moment(clock.instant(), ehpc.budget()));
  }

  /// What came of the plan, now or when it was carried out.
  Run apply(Plan plan) {
    boolean known = transcript.left() > 0;
    String digest = plan.digest().substring(0, DIGITS);
    String call = Call.of(Call.of("", "plan", digest, plan.title()), "apply");
    Run run = transcript.answer(call, Form.RUN, () -> carriedOut(plan));
    if (known) {
      host.recall(run);
    }
    return run;
  }

  /// What has not come to its end is no answer: the script stops where the plan did.
  private Run carriedOut(Plan plan) {
    Run run = host.apply(plan, transcript::begin);
    transcript.heed();
    if (run.state() == RunState.INTERRUPTED) {
      throw new CancelledException("run %s was stopped: %s".formatted(run.id(), run.stopped()));
    }
    return run;
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
      Operation rehearsed = orders.rehearse(order, limits, cancellation);
      host.log("dry run: would now be " + order.doing());
      return rehearsed;
    }
    if (order.destroys() && !transcript.hasUnanswered()) {
      Operation _ = orders.rehearse(order, limits, cancellation); // who is asked is not refused then
      host.allow(order);
    }
    Operation accepted =
        orders.carryOut(order, transcript.place(call), limits, cancellation, host::log);
    transcript.heed();
    return accepted;
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
    Operation end = orders.await(cluster, operation, atMost, cancellation);
    Duration took = Duration.between(since, clock.instant());
    host.log("%s: %s after %s".formatted(name, end.status(), Durations.format(took)));
    return end;
  }

  private static <T> T unlessStopped(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoppedException e) {
      throw new CancelledException(String.valueOf(e.getMessage()));
    }
  }
}
