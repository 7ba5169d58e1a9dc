package io.ebb.run;

import feign.Client;
import io.ebb.api.ApiOptions;
import io.ebb.api.CallLedger;
import io.ebb.api.CallListener;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Quota;
import io.ebb.api.Time;
import io.ebb.api.Wired;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.sim.Change;
import io.ebb.sim.HandClock;
import io.ebb.sim.ShortWire;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// All that one history happens in: a random cluster, one journal, one time, and what is written
/// down about who did what. Used by the threads of [Turns], one at a time.
final class HistoryWorld implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  /// One name for all simulators, whatever ports they listen at: it is told in errors.
  private static final URI ENDPOINT = URI.create("http://ehpc.test");

  final Random random;
  final Turns turns;
  final Simulator sim;
  final Chaos chaos;
  final Quota quota;
  final Journal journal;
  final Others others = new Others();

  /// What everybody sees whose calls never fail.
  final Ehpc clear;

  /// The cluster at its beginning.
  final Snapshot before;

  /// The plans by the ids of their runs.
  final Map<String, Plan> plans = new LinkedHashMap<>();

  /// What came of the runs in the end as it was written down, by their ids.
  final Map<String, Run> ended = new LinkedHashMap<>();

  /// How much had happened in the world when these runs ended, by their ids.
  final Map<String, Integer> endedAt = new HashMap<>();

  final List<Sent> sent = new ArrayList<>();

  /// Our processes that are at something now.
  final List<SimulatedProcess> alive = new ArrayList<>();

  /// When our processes called, by when it came to the service.
  final List<Instant> calls = new ArrayList<>();

  final List<String> violations = new ArrayList<>();
  final Tally tally = new Tally();
  private final List<Instant> asked = new ArrayList<>();
  private final boolean told;
  private final Consumer<String> trace;
  private int traced;

  /// How many processes of ours there have been.
  int processes;

  HistoryWorld(long seed, boolean told, Consumer<String> trace) {
    this.random = new Random(seed);
    this.trace = trace;
    this.told = told;
    HandClock clock = new HandClock(START);
    this.turns = new Turns(clock);
    this.sim =
        Simulator.start(
            new RandomCluster(random).scenario(),
            SimOptions.defaults()
                .withWorld(clock)
                .withWall(clock)
                .withCallQuota(Integer.MAX_VALUE));
    this.journal = SqlJournal.inMemory(turns);
    this.chaos = new Chaos(random);
    this.quota = Quota.of(random.nextInt(8) == 0 ? 200 : 2000, CallLedger.inMemory());
    this.clear = new Ehpc(Wired.connect(options(turns), new ShortWire(sim)));
    this.before = clear.snapshot(RandomCluster.ID);
  }

  /// The API for a process of ours.
  EhpcApi connect(Time time, CallListener listener, Client wire) {
    return Wired.connect(options(time).withQuota(quota).withListener(listener), wire);
  }

  private ApiOptions options(Time time) {
    Credentials credentials = new Credentials(sim.accessKey(), sim.secretKey());
    return ApiOptions.of(ENDPOINT, credentials, sim.zone()).withClocks(Clocks.of(time));
  }

  Instant now() {
    return turns.instant();
  }

  /// Some time passes, at most so much.
  void idle(Duration atMost) {
    turns.pass(Duration.ofMillis(random.nextLong(atMost.toMillis() + 1)));
  }

  /// How much has happened in the world so far.
  int happened() {
    return sim.changes().size();
  }

  /// A run has ended; one that goes on after it may be told so once more.
  void ended(Run run) {
    if (!run.equals(ended.put(run.id(), run))) {
      endedAt.put(run.id(), happened());
    }
  }

  /// A process of ours makes a call: without a run to finish, it leaves the reserve alone.
  void asks(boolean finishes) {
    asked.add(now());
    Instant hourAgo = now().minus(Duration.ofHours(1));
    int open = quota.callsPerHour() - quota.reserve();
    if (!finishes
        && asked.size() > open
        && asked.stream().filter(hourAgo::isBefore).count() > open) {
      violate("a call that finishes nothing is made from the reserve");
    }
  }

  /// Something must never be.
  void violate(String what) {
    violations.add(now() + " " + what);
    tell("VIOLATION", what);
  }

  /// Writes down what somebody does, when somebody wants to read it.
  void tell(String who, Object what) {
    if (!told) {
      return;
    }
    tellChanges();
    trace.accept("%s %-9s %s".formatted(now(), who, what));
  }

  private void tellChanges() {
    List<Change> changes = sim.changes();
    for (Change change : changes.subList(traced, changes.size())) {
      trace.accept(
          "%s %-9s %s %s %s %s"
              .formatted(
                  change.at(),
                  "world",
                  change.kind(),
                  change.subject(),
                  change.queue(),
                  change.operation()));
    }
    traced = changes.size();
  }

  @Override
  public void close() {
    journal.close();
    sim.close();
  }
}
