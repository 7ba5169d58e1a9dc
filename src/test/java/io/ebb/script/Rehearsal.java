package io.ebb.script;

import io.ebb.api.ApiOptions;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.ForwardingJournal;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.MemoryJournal;
import io.ebb.run.Question;
import io.ebb.run.RunListener;
import io.ebb.run.Runner;
import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A simulated cluster with a journal in which scripts stop half-way and are gone on with by
/// another process: each run and each resumption has an API, a runner and a host of its own.
final class Rehearsal implements AutoCloseable {
  private static final double SPEED = 200;

  final Simulator simulator;
  final Journal journal = new MemoryJournal();
  private final Time time;

  /// The process dies when it writes such an entry: just before, or just after.
  Predicate<Entry> dies = _ -> false;

  boolean after;

  /// The API calls of the last life.
  long calls;

  /// What stands for the death of the life.
  static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  Rehearsal() {
    FastClock clock = FastClock.times(SPEED);
    SimOptions options =
        SimOptions.defaults().withQueueSpan(Duration.ZERO).withNodeSpan(Duration.ZERO);
    simulator = Simulator.start(Scenario.standard(), options.withWorld(clock));
    time = Time.scaled(clock, SPEED);
  }

  /// A process of its own for one script.
  private final class Life {
    final EhpcApi api =
        EhpcApi.connect(
            ApiOptions.of(
                    simulator.endpoint(),
                    new Credentials(simulator.accessKey(), simulator.secretKey()),
                    simulator.zone())
                .withClocks(new Clocks(time, InstantSource.system())));
    final Ehpc ehpc = new Ehpc(api);
    final Journal mortal = new Mortal(journal);
    final Runner runner = new Runner(ehpc, time, mortal, api::calls);
    final Cancellation cancellation = new Cancellation();
    final ScriptRunner scripts = new ScriptRunner(ehpc, time, mortal);
    final RecordingHost host =
        new RecordingHost((plan, script) ->
            runner.run(plan, script, cancellation, RunListener.none(), Question.keep()));
  }

  private final class Mortal extends ForwardingJournal {
    Mortal(Journal journal) {
      super(journal);
    }

    @Override
    public void write(Lease lease, Entry entry) {
      boolean dead = dies.test(entry);
      if (dead && !after) {
        throw new Death();
      }
      super.write(lease, entry);
      if (dead) {
        throw new Death();
      }
    }
  }

  RecordingHost run(Script script, Map<String, Object> parameters) {
    Life life = new Life();
    try {
      life.scripts.run(
          Stage.engine(script.language()),
          script,
          parameters,
          RetireOptions.defaults(),
          life.host,
          life.cancellation);
      return life.host;
    } finally {
      calls = life.api.calls();
    }
  }

  RecordingHost resume(String run, Map<String, Object> secrets) {
    Life life = new Life();
    try {
      StoredScript stored = life.scripts.stored(run);
      life.scripts.resume(
          Stage.engine(stored.script().language()), stored, secrets, life.host, life.cancellation);
      return life.host;
    } finally {
      calls = life.api.calls();
    }
  }

  /// The only run of a script; null when there is none.
  @Nullable String run() {
    return journal.heads(100).stream()
        .filter(head -> head.script())
        .map(head -> head.id())
        .findFirst()
        .orElse(null);
  }

  List<Entry.Called> called(String run) {
    return journal.entries(run).stream()
        .filter(Entry.Called.class::isInstance)
        .map(Entry.Called.class::cast)
        .toList();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
