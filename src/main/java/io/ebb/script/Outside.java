package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import io.ebb.run.Cancellation;
import io.ebb.run.Orders;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

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
  private final Deeds deeds;

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
    this.deeds = new Deeds(clock, host, transcript, orders, cancellation);
  }

  /// What the script has done directly.
  Deeds deeds() {
    return deeds;
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
}
