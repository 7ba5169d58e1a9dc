package io.ebb.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.ApiOptions;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Quota;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Role;
import io.ebb.sim.HandClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against the simulated service, over real HTTP; the clock is turned by hand.
final class LiveIdsTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";
  private static final Duration PATIENCE = Duration.ofMillis(1);

  private final HandClock world = new HandClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final Simulator sim =
      Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
  private final List<EhpcApi> connections = new ArrayList<>();
  private final Ehpc ehpc = connect(sim.secretKey(), Quota.unshared());

  private Ehpc connect(String secret, Quota quota) {
    EhpcApi api =
        EhpcApi.connect(
            ApiOptions.of(sim.endpoint(), new Credentials(sim.accessKey(), secret), sim.zone())
                .withOwner("usr-ebbsim01")
                .withClocks(Clocks.of(Time.scaled(world, 1)))
                .withQuota(quota));
    connections.add(api);
    return new Ehpc(api);
  }

  @AfterEach
  void close() {
    connections.forEach(EhpcApi::close);
    sim.close();
  }

  private LiveIds ids(Ehpc over, Executor executor) {
    return new LiveIds(over, List::of, world, executor, PATIENCE);
  }

  @Test
  void namesAreReadOnceAndAgainWhenTheyAreOld() {
    LiveIds ids = ids(ehpc, Runnable::run);
    assertThat(ids.clusters().getFirst().id()).isEqualTo(CLUSTER);
    assertThat(ids.members(CLUSTER).orElseThrow().nodes()).hasSize(34);
    int calls = sim.calls().size();
    world.advance(LiveIds.FRESH.minusSeconds(1));
    assertThat(ids.members(CLUSTER)).isPresent();
    assertThat(sim.calls()).hasSize(calls);
    world.advance(Duration.ofSeconds(1));
    assertThat(ids.members(CLUSTER)).isPresent();
    assertThat(sim.calls().size()).isGreaterThan(calls);
  }

  @Test
  void whatTheSessionHasReadAnywayIsTaken() {
    assertThat(ehpc.snapshot(CLUSTER).nodes()).hasSize(34);
    int calls = sim.calls().size();
    LiveIds ids = ids(ehpc, Runnable::run);
    assertThat(ids.members(CLUSTER).orElseThrow().nodes()).hasSize(34);
    assertThat(ids.seen()).containsExactly(CLUSTER);
    assertThat(sim.calls()).hasSize(calls);
  }

  @Test
  void changeFromHereShowsTheNextTime() {
    LiveIds ids = ids(ehpc, Runnable::run);
    assertThat(ids.members(CLUSTER)).isPresent();
    Instant before = ids.members(CLUSTER).orElseThrow().takenAt();
    assertThat(ehpc.addNodes(CLUSTER, Role.COMPUTE, 1)).startsWith("j-");
    world.advance(Duration.ofSeconds(1));
    assertThat(ids.members(CLUSTER).orElseThrow().takenAt()).isAfter(before);
  }

  @Test
  void whoAsksDoesNotWaitForTheService() {
    Queue<Runnable> held = new ArrayDeque<>();
    LiveIds ids = ids(ehpc, held::add);
    assertThat(ids.members(CLUSTER)).isEmpty();
    assertThat(ids.members(CLUSTER)).isEmpty();
    assertThat(held).as("one reading at a time").hasSize(1);
    held.remove().run();
    assertThat(ids.members(CLUSTER)).isPresent();
  }

  @Test
  void oldNamesAreGivenWhileNewOnesAreRead() {
    Queue<Runnable> held = new ArrayDeque<>();
    LiveIds ids = ids(ehpc, held::add);
    assertThat(ehpc.members(CLUSTER).nodes()).hasSize(34);
    world.advance(LiveIds.FRESH);
    assertThat(ids.members(CLUSTER)).isPresent();
    assertThat(held).hasSize(1);
  }

  @Test
  void errorsAreKnownAndKeptQuiet() {
    LiveIds ids = ids(connect("wrong", Quota.unshared()), Runnable::run);
    assertThat(ids.clusters()).isEmpty();
    assertThat(ids.members(CLUSTER)).isEmpty();
    assertThat(ids.trouble()).isPresent();
    int calls = sim.calls().size();
    assertThat(ids.members(CLUSTER)).isEmpty();
    assertThat(sim.calls()).as("not tried at each Tab").hasSize(calls);
  }

  @Test
  void nothingIsReadThatTakesMoreThanASmallPartOfTheCallsLeft() {
    Ehpc poor = connect(sim.secretKey(), Quota.of(60, Quota.unshared().ledger()));
    LiveIds ids = ids(poor, Runnable::run);
    assertThat(ids.members(CLUSTER)).isEmpty();
    assertThat(ids.trouble().orElseThrow()).contains("that takes 2 of the");
  }

  @Test
  void journalThatFailsHasNoRuns() {
    LiveIds ids =
        new LiveIds(
            ehpc,
            () -> {
              throw new IllegalStateException("the disk is full");
            },
            world,
            Runnable::run,
            PATIENCE);
    assertThat(ids.runs()).isEmpty();
    assertThat(ids.trouble()).hasValue("the disk is full");
  }
}
