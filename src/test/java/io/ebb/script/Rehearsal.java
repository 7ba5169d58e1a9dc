package io.ebb.script;

import io.ebb.api.ApiOptions;
import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Crash;
import io.ebb.run.Entry;
import io.ebb.run.ForwardingJournal;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.Question;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunListener;
import io.ebb.run.RunState;
import io.ebb.run.Runner;
import io.ebb.run.SqlJournal;
import io.ebb.run.VirtualTime;
import io.ebb.script.runbook.Runbook;
import io.ebb.sim.Change;
import io.ebb.sim.HandClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A simulated cluster with a journal in which scripts stop half-way, and are gone on with by other
/// processes: each time the API, the runner and the host are new.
final class Rehearsal implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  /// What each exchange takes.
  private static final Duration EXCHANGE = Duration.ofMillis(20);

  private static final Duration LEASE = Duration.ofSeconds(31);

  final Simulator simulator;
  final Journal journal;
  private final HandClock clock = new HandClock(START);
  private final Time time;

  /// When the time limit of the block that is carried out is over; null when it has none.
  private volatile @Nullable Instant timeout;

  private volatile Duration ahead = Duration.ZERO;

  /// All blocks of a runbook, without a question before each.
  static final Entry.Chosen ALL = new Entry.Chosen(null, List.of(), false);

  /// One for all tests: contexts are cheap, engines are not.
  private static final RunbookEngine RUNBOOKS = new RunbookEngine();

  /// How questions are answered.
  Map<String, String> given = Map.of();

  /// What runbooks are given, with secrets when they begin, and secrets again when they go on.
  Map<String, Object> parameters = Map.of();

  Map<String, Object> secrets = Map.of();

  /// How the last runbook has ended.
  @Nullable RunState state;

  /// The cancellation of the last process.
  Cancellation cancellation = new Cancellation();

  /// How far the clock of the processes is off.
  volatile Duration off = Duration.ZERO;

  /// The host of the last process.
  RecordingHost host = new RecordingHost((_, _) -> null);

  /// Told before each wait.
  Runnable onWait = () -> {};

  /// Told when a runbook has been looked at that is to be gone on with.
  Runnable onLook = () -> {};

  /// Told of each API call.
  Runnable onCall = () -> {};

  /// Told of each event that is written.
  Consumer<Entry> onEntry = _ -> {};

  /// Whether hosts only rehearse, and whether they allow what is destroyed.
  boolean rehearses;

  boolean allows = true;

  /// Whether somebody can be asked.
  boolean attended = true;

  /// That of the last process.
  private @Nullable Runner runner;

  /// The API calls of the last process.
  long calls;

  Rehearsal() {
    SimOptions options =
        SimOptions.defaults().withQueueSpan(Duration.ZERO).withNodeSpan(Duration.ZERO);
    Time virtual = new VirtualTime(clock, Duration.ZERO);
    time =
        new Time() {
          @Override
          public Instant instant() {
            return virtual.instant().plus(off);
          }

          @Override
          public void sleep(Duration span) throws InterruptedException {
            if (Thread.currentThread().getName().equals("runbook-timeout")) {
              awaitTimeout(span);
              return;
            }
            onWait.run();
            Instant end = timeout;
            if (end != null && clock.instant().plus(span).isAfter(end)) {
              clock.advance(Duration.between(clock.instant(), end));
              new CountDownLatch(1).await(); // until it is woken by the wish to stop
            }
            virtual.sleep(span);
          }
        };
    simulator =
        Simulator.start(
            Scenario.standard(),
            options.withWorld(clock).withWall(clock).withLog(_ -> clock.advance(EXCHANGE)));
    journal = SqlJournal.inMemory(() -> Instant.now().plus(ahead));
  }

  /// Time is turned by whoever waits; a time limit only looks on.
  private void awaitTimeout(Duration span) throws InterruptedException {
    timeout = clock.instant().plus(span);
    try {
      clock.await(timeout);
    } finally {
      timeout = null;
    }
  }

  /// Lets that much time pass.
  void pass(Duration span) {
    clock.advance(span);
  }

  /// One process.
  private interface Work {
    void in(ScriptRunner scripts, Cancellation cancellation);
  }

  void run(Script script, Map<String, Object> parameters) {
    run(Crash.never(), script, parameters);
  }

  /// Runs the script where questions are answered so, by their names.
  void run(Script script, Map<String, Object> parameters, Map<String, String> answers) {
    given = answers;
    run(script, parameters);
  }

  /// Runs the script until the process dies; whether it has died.
  boolean run(Crash crash, Script script, Map<String, Object> parameters) {
    return live(
        crash,
        (scripts, cancellation) ->
            scripts.run(
                Stage.engine(script.language()),
                script,
                parameters,
                RetireOptions.defaults(),
                host,
                cancellation));
  }

  void resume(String run) {
    resume(Crash.never(), run, Map.of());
  }

  boolean resume(Crash crash, String run, Map<String, Object> secrets) {
    return live(
        crash,
        (scripts, cancellation) -> {
          StoredScript stored = scripts.stored(run);
          ScriptEngine engine = Stage.engine(stored.script().language());
          scripts.resume(engine, stored, secrets, host, cancellation);
        });
  }

  /// Carries out the runbook until the process dies; whether it has died.
  boolean run(Crash crash, Runbook runbook, Entry.Chosen chosen) {
    return live(
        crash,
        (scripts, cancellation) ->
            state =
                scripts.run(
                    RUNBOOKS,
                    runbook,
                    parameters,
                    RetireOptions.defaults(),
                    host,
                    chosen,
                    cancellation));
  }

  void run(Runbook runbook) {
    run(Crash.never(), runbook, ALL);
  }

  void resumeRunbook(String run) {
    resumeRunbook(Crash.never(), run, null);
  }

  /// @param edited the text to go on with; null for that of the run
  boolean resumeRunbook(Crash crash, String run, @Nullable Runbook edited) {
    return live(
        crash,
        (scripts, cancellation) -> {
          StoredRunbook stored = scripts.storedRunbook(run);
          onLook.run();
          state = scripts.resume(RUNBOOKS, stored, secrets, edited, host, cancellation);
        });
  }

  /// Undoes what the run of a script has done.
  void undo(String run) {
    boolean _ =
        live(
            Crash.never(),
            (scripts, own) ->
                scripts.undo(
                    run,
                    part ->
                        Objects.requireNonNull(runner)
                            .undo(part, own, RunListener.none(), Question.keep()),
                    own));
  }

  /// Goes on with the run of a plan.
  void resumePlan(String run) {
    boolean _ =
        live(
            Crash.never(),
            (_, own) -> {
              Run _ =
                  Objects.requireNonNull(runner)
                      .resume(run, own, RunListener.none(), Question.keep());
            });
  }

  /// Whether a time limit is being watched.
  boolean isLimited() {
    return timeout != null;
  }

  /// Says statements until the process dies; whether it has died.
  boolean talk(Crash crash, Consumer<Dialogue> statements) {
    return live(
        crash,
        (scripts, cancellation) -> {
          try (Dialogue talk = scripts.dialogue(RetireOptions.defaults(), host, cancellation)) {
            statements.accept(talk);
          }
        });
  }

  private boolean live(Crash crash, Work work) {
    EhpcApi api = EhpcApi.connect(options(crash.around(heardCalls())));
    Ehpc ehpc = new Ehpc(api);
    Journal mortal = crash.around(heard());
    runner = new Runner(ehpc, time, mortal, api::calls);
    Runner plans = runner;
    cancellation = new Cancellation();
    host =
        new RecordingHost((plan, script) ->
            plans.run(
                plan,
                Reconfirmation.none(),
                script,
                cancellation,
                RunListener.none(),
                Question.keep()));
    host.answers.putAll(given);
    host.rehearses = rehearses;
    host.allows = allows;
    host.attended = attended;
    try {
      work.in(new ScriptRunner(ehpc, time, mortal, runner), cancellation);
      return false;
    } catch (Crash.Killed _) {
      letLeasesRunOut(); // those of the dead
      return true;
    } finally {
      calls = api.calls();
      api.close();
    }
  }

  Instant now() {
    return time.instant();
  }

  /// What somebody else sees and changes.
  Ehpc ehpc() {
    return new Ehpc(EhpcApi.connect(options(CallListener.none())));
  }

  private CallListener heardCalls() {
    return new CallListener() {
      @Override
      public void called(CallRecord call) {
        onCall.run();
      }
    };
  }

  private Journal heard() {
    return new ForwardingJournal(journal) {
      @Override
      public void write(Lease lease, Entry entry) {
        super.write(lease, entry);
        onEntry.accept(entry);
      }
    };
  }

  /// Whoever holds a lease, and does not prolong it, holds it no longer.
  void letLeasesRunOut() {
    ahead = ahead.plus(LEASE);
  }

  /// A run that was interrupted when this order may have been sent.
  String ordered(Script script, String cluster, String call) {
    Instant now = time.instant();
    Entry.Scripted first =
        StoredScript.entry(now, script, Map.of(), RetireOptions.defaults(), "alice");
    Lease lease = journal.begin(first, null);
    journal.write(lease, new Entry.Ordered(now, 1, call, cluster, List.of()));
    journal.write(lease, new Entry.Intent(now, 1, 1, "action", null, List.of(), now));
    journal.write(lease, new Entry.Interrupted(now, "by a test"));
    return lease.run();
  }

  private ApiOptions options(CallListener listener) {
    Credentials credentials = new Credentials(simulator.accessKey(), simulator.secretKey());
    return ApiOptions.of(simulator.endpoint(), credentials, simulator.zone())
        .withClocks(Clocks.of(time))
        .withListener(listener);
  }

  /// A run that was interrupted after one call.
  String recorded(Script script, String call, String answer) {
    Entry.Scripted first =
        StoredScript.entry(time.instant(), script, Map.of(), RetireOptions.defaults(), "alice");
    Lease lease = journal.begin(first, null);
    journal.write(lease, new Entry.Called(time.instant(), 1, call, answer));
    journal.write(lease, new Entry.Interrupted(time.instant(), "by a test"));
    return lease.run();
  }

  /// The run of the only script that has changed something.
  Optional<String> run() {
    return journal.heads(100).stream().filter(RunHead::script).map(RunHead::id).findFirst();
  }

  /// The calls of the run in its record.
  List<Entry.Called> called(String run) {
    return journal.entries(run).stream()
        .filter(Entry.Called.class::isInstance)
        .map(Entry.Called.class::cast)
        .toList();
  }

  /// The ids of the nodes that were deleted, one for each time.
  List<String> deleted() {
    return simulator.changes().stream()
        .filter(change -> change.kind() == Change.Kind.NODE_DELETED)
        .map(Change::subject)
        .toList();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
