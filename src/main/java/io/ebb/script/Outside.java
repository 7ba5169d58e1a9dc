package io.ebb.script;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The world as a script meets it: everything that enters the script from outside passes here, and
/// so into its record. The words have no other way to the service, to the clock and to people's
/// decisions.
final class Outside {
  /// So many digits of its digest tell a plan from any other.
  private static final int DIGITS = 16;

  private final Ehpc ehpc;
  private final Time clock;
  private final Host host;
  private final Transcript transcript;
  private final Deeds deeds;
  private final Cancellation cancellation;
  private final Calls calls;

  Outside(
      Ehpc ehpc,
      Time clock,
      Host host,
      Transcript transcript,
      Deeds deeds,
      Cancellation cancellation,
      Calls calls) {
    this.ehpc = ehpc;
    this.clock = clock;
    this.host = host;
    this.transcript = transcript;
    this.deeds = deeds;
    this.cancellation = cancellation;
    this.calls = calls;
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
    return transcript.answer(call, form, () -> calls.read(() -> question.apply(ehpc)));
  }

  /// The present, and how much of the call quota is used.
  Moment moment(String call) {
    return transcript.answer(call, Form.MOMENT, () -> new Moment(clock.instant(), ehpc.budget()));
  }

  /// What stands beside the script under this name.
  Look look(String name, Supplier<Look> look) {
    return transcript.answer(Call.of("", "file", name), Form.LOOK, look);
  }

  /// The names in a folder beside the script.
  List<String> names(String folder, Supplier<List<String>> names) {
    return transcript.answer(Call.of("", "folder", folder), Form.NAMES, names);
  }

  /// What time it is.
  Instant now() {
    return transcript.answer("now()", Form.INSTANT, clock::instant);
  }

  /// What people answer to a question, or have answered beforehand.
  ///
  /// @param call the question as one writes it
  Reply reply(String call, Supplier<Reply> question) {
    return transcript.answer(call, Form.REPLY, question);
  }

  /// Waits for the span. Of a script that is resumed meanwhile, only the rest is waited for.
  ///
  /// @throws CancelledException when it is to stop meanwhile
  void sleep(Duration span) {
    String call = Call.of("", "sleep", Durations.format(span));
    Instant until = transcript.answer(call, Form.INSTANT, () -> clock.instant().plus(span));
    Instant _ = transcript.answer("the end of " + call, Form.INSTANT, () -> awake(until));
  }

  private Instant awake(Instant until) {
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      host.waiting(until);
      transcript.waits(new Entry.Waiting(now, "the script sleeps", now, "the time", until));
      if (!cancellation.sleep(clock, Duration.between(now, until))) {
        throw new CancelledException();
      }
    }
    return clock.instant();
  }

  /// A step begins; when it began for the first time.
  Instant stepBegan(String name) {
    return transcript.stepBegan(name);
  }

  /// The step that began last ends; when it ended for the first time.
  Instant stepEnded(String name, boolean failed) {
    return transcript.stepEnded(name, failed);
  }

  /// Whether what comes next has been said before.
  boolean repeats() {
    return transcript.left() > 0;
  }

  /// What came of the plan, now or when it was carried out.
  Run apply(Plan plan) {
    boolean known = transcript.left() > 0;
    String digest = plan.digest().substring(0, DIGITS);
    String call = Call.of(Call.of("", "plan", digest, plan.title()), "apply");
    Run run =
        transcript.answer(call, Form.RUN, () -> calls.change(plan.title(), () -> carriedOut(plan)));
    if (known) {
      transcript.changes();
      host.recall(run);
    } else if (run.state() == RunState.PLANNED) {
      deeds.pretend();
    }
    return run;
  }

  /// What has not come to its end is no answer: the script stops where the plan did.
  private Run carriedOut(Plan plan) {
    if (cancellation.cancelled()) { // nobody is asked about what is to stop
      throw new CancelledException();
    }
    Run run = host.apply(plan, transcript::begin);
    if (run.state() != RunState.PLANNED) {
      transcript.changes();
    }
    transcript.heed();
    if (run.state() == RunState.INTERRUPTED) {
      throw new CancelledException("run %s was stopped: %s".formatted(run.id(), run.stopped()));
    }
    return run;
  }
}
