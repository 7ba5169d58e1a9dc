package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.ApiOptions;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Pace;
import io.ebb.run.Watcher.Awaited;
import io.ebb.sim.Call;
import io.ebb.sim.FastClock;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// In real threads, in time that runs a hundred times as fast.
final class WatcherTest {
  private static final double SPEED = 100;

  private final FastClock clock = FastClock.times(SPEED);
  private final Time time = Time.scaled(clock, SPEED);
  private final Simulator sim =
      Simulator.start(
          new Scenario(
              "usr-test",
              "jn1a",
              "KEY",
              "SECRET",
              List.of(SimulatedCluster.cluster("1-60", "61-62", List.of()))),
          SimOptions.defaults().withWorld(clock).withWall(clock));
  private final Ehpc ehpc =
      new Ehpc(
          EhpcApi.connect(
              ApiOptions.of(
                      sim.endpoint(), new Credentials(sim.accessKey(), sim.secretKey()), sim.zone())
                  .withClocks(Clocks.of(time))));
  private final Pace pace = Pace.standard();
  private final Watcher watcher = new Watcher(ehpc, time);
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void oneListingPerTickServesFortyOperations() throws Exception {
    Duration span = Duration.ofMinutes(3);
    List<String> operations = new ArrayList<>();
    for (int serial = 1; serial <= 40; serial++) {
      operations.add(foreign("node" + serial, span));
    }
    Instant since = clock.instant();

    List<Sighting> seen = awaitAll(operations, since, since.plus(Duration.ofMinutes(30)));

    assertThat(seen)
        .allSatisfy(sighting -> {
          assertThat(sighting).isInstanceOf(Sighting.Ended.class);
          assertThat(((Sighting.Ended) sighting).operation().successful()).isTrue();
        });
    System.out.printf(
        "40 operations of %s: %d listings, %d ticks by the pace%n",
        span, listings(), pace.looks(span));
    assertThat(listings()).isLessThanOrEqualTo(pace.looks(span) + 1L);
  }

  @Test
  void oneThatNeverEndsIsPendingAtTheDeadline() {
    String operation = foreign("node1", Duration.ofDays(1));
    Instant since = clock.instant();

    assertThat(await(operation, since, since.plusSeconds(60))).isInstanceOf(Sighting.Pending.class);
  }

  @Test
  void oneThatIsNotListedIsMissingAfterAGrace() {
    Instant since = clock.instant();

    assertThat(await("j-nowhere", since, since.plus(Duration.ofHours(1))))
        .isInstanceOf(Sighting.Missing.class);
    assertThat(clock.instant()).isAfter(since.plusSeconds(30));
  }

  @Test
  void aLogThatCannotBeReadNowIsReadLater() {
    String operation = foreign("node1", Duration.ofSeconds(20));
    for (int nth = 1; nth <= 3; nth++) {
      sim.inject(new Fault("/operation", nth, new FaultKind.RetCode(5100, "busy")));
    }
    Instant since = clock.instant();

    assertThat(await(operation, since, since.plus(Duration.ofMinutes(30))))
        .isInstanceOf(Sighting.Ended.class);
  }

  @Test
  void anInterruptEndsTheWait() {
    String operation = foreign("node1", Duration.ofDays(1));
    cancellation.interrupt("somebody wants it");

    assertThatThrownBy(() -> await(operation, clock.instant(), Instant.MAX))
        .isInstanceOf(Halt.class)
        .hasMessage("somebody wants it");
    assertThat(listings()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForWhatSomebodyElseIsReading() throws Exception {
    String operation = foreign("node1", Duration.ofDays(1));
    Duration aLongTime = Duration.ofSeconds(5);
    sim.inject(Fault.next("/operation", new FaultKind.Delay(aLongTime)));
    Instant since = clock.instant();
    CountDownLatch asking = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Sighting> one = threads.submit(() -> oneOfTwo(operation, since, asking));
      Future<Sighting> other = threads.submit(() -> oneOfTwo(operation, since, asking));
      asking.await();
      Awaitility.await().until(() -> clock.instant().isAfter(since.plus(Duration.ofMinutes(1))));

      cancellation.interrupt("somebody wants it");

      Awaitility.await().atMost(aLongTime.dividedBy(2)).until(() -> one.isDone() || other.isDone());
    }
  }

  private Sighting oneOfTwo(String operation, Instant since, CountDownLatch asking) {
    List<Sighting> seen = new ArrayList<>();
    watcher.await(
        SimulatedCluster.ID,
        List.of(new Awaited(operation, since, Instant.MAX)),
        pace,
        cancellation,
        Cancellation.Level.INTERRUPTED,
        asking::countDown,
        (_, sighting) -> seen.add(sighting));
    return seen.getFirst();
  }

  private List<Sighting> awaitAll(List<String> operations, Instant since, Instant deadline)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Sighting>> waits =
          operations.stream()
              .map(operation -> threads.submit(() -> await(operation, since, deadline)))
              .toList();
      List<Sighting> seen = new ArrayList<>();
      for (Future<Sighting> wait : waits) {
        seen.add(wait.get());
      }
      return seen;
    }
  }

  private Sighting await(String operation, Instant since, Instant deadline) {
    return await(List.of(new Awaited(operation, since, deadline))).getFirst();
  }

  private List<Sighting> await(List<Awaited> operations) {
    List<Sighting> seen = new ArrayList<>();
    watcher.await(
        SimulatedCluster.ID,
        operations,
        pace,
        cancellation,
        Cancellation.Level.INTERRUPTED,
        () -> {},
        (_, sighting) -> seen.add(sighting));
    return seen;
  }

  private String foreign(String host, Duration span) {
    return sim.world()
        .startOperation(SimulatedCluster.ID, "HpcClusterRestartClusterNodes", List.of(host), span);
  }

  private long listings() {
    return sim.calls().stream().map(Call::path).filter("/operation"::equals).count();
  }
}
