package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.LogReading;
import io.ebb.cluster.Operation;
import io.ebb.plan.Pace;
import io.ebb.run.Watcher.Awaited;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which listings of the operation log are made when, in virtual time.
final class SharedPollTest {
  private static final String NOTHING =
      """
      {"ret_code": 0, "job_set": [], "total_count": 0}\
      """;

  private final SimulatedCluster cluster = SimulatedCluster.ofQueues(1, 300, SimOptions.defaults());
  private final Watcher watcher = new Watcher(cluster.ehpc, cluster.time);
  private final OperationLog log = watcher.log(SimulatedCluster.ID);

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void oneWaitServesManyOperationsThatEndAtDifferentTimes() {
    List<Awaited> operations =
        IntStream.rangeClosed(1, 40)
            .mapToObj(n -> awaited(begin("node" + n, Duration.ofSeconds(n))))
            .toList();

    Map<Awaited, Sighting> seen = await(operations);

    assertThat(seen).hasSize(40);
    assertThat(seen.values()).allMatch(Sighting.Ended.class::isInstance);
    assertThat(listings()).as("after 8, 24 and 56 s").isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"working", "pausing"})
  void aStatusThatIsNoEndGoesOn(String status) {
    String operation = begin("node1", Duration.ofSeconds(5));
    reply(
        1,
        """
        {"ret_code": 0, "job_set": [{"job_id": "%s", "status": "%s", "resource_ids": "%s"}],
         "total_count": 1}\
        """
            .formatted(operation, status, SimulatedCluster.ID));

    assertThat(await(List.of(awaited(operation))).values())
        .singleElement()
        .isInstanceOf(Sighting.Ended.class);
    assertThat(listings()).isEqualTo(2);
  }

  @Test
  void oneThatIsNotListedYetIsWaitedFor() {
    String operation = begin("node1", Duration.ofSeconds(5));
    reply(1, NOTHING);
    reply(2, NOTHING);

    assertThat(await(List.of(awaited(operation))).values())
        .singleElement()
        .isInstanceOf(Sighting.Ended.class);
  }

  @Test
  void oneThatTheListingLeavesOutIsAskedForByBothNamesAfterTheGrace() {
    String operation = begin("node1", Duration.ofSeconds(5));
    for (int nth = 1; nth <= 4; nth++) {
      reply(nth, NOTHING); // Listed after 8, 24 and 56 s, then asked for as `job_ids`.
    }

    assertThat(await(List.of(awaited(operation))).values())
        .singleElement()
        .isInstanceOf(Sighting.Ended.class);
    assertThat(listings()).as("the last by the name `jobs`").isEqualTo(5);
  }

  @Test
  void aLookByIdThatFailsIsRepeatedAtTheNextTick() {
    String operation = begin("node1", Duration.ofSeconds(5));
    for (int nth = 1; nth <= 3; nth++) {
      reply(nth, NOTHING);
    }
    for (int nth = 4; nth <= 12; nth++) {
      cluster.sim.inject(
          new Fault("/operation", nth, new FaultKind.HttpStatus(502, "bad gateway")));
    }

    assertThat(await(List.of(awaited(operation))).values())
        .singleElement()
        .isInstanceOf(Sighting.Ended.class);
  }

  @Test
  void theNewestPageIsEnoughForTheNewestOperation() {
    IntStream.rangeClosed(1, 250).forEach(n -> begin("node" + n, Duration.ofHours(1)));
    String newest = begin("node251", Duration.ofSeconds(5));

    await(List.of(awaited(newest)));

    assertThat(listings()).isEqualTo(1);
  }

  @Test
  void theListingGoesBackToTheOldestThatIsAwaited() {
    String oldest = begin("node251", Duration.ofSeconds(5));
    IntStream.rangeClosed(1, 150).forEach(n -> begin("node" + n, Duration.ofHours(1)));

    await(List.of(awaited(oldest)));

    assertThat(listings()).isEqualTo(2);
  }

  @Test
  void aNewOperationIsLookedForSoonAndServesTheOthersToo() {
    log.join(waiter("j-old"));
    pass(8);
    log.look(new Cancellation());
    pass(2);

    log.join(waiter("j-new"));

    assertThat(log.untilNext()).as("first look for the new one").isEqualTo(Duration.ofSeconds(8));
    pass(8);
    log.look(new Cancellation());
    assertThat(log.untilNext())
        .as("the old one, due in 6 s, was served")
        .isEqualTo(Duration.ofSeconds(16));
    assertThat(listings()).isEqualTo(2);
  }

  @Test
  void whoAsksAgainInTheSameTickIsGivenTheSameListing() {
    log.join(waiter("j-one"));
    log.join(waiter("j-two"));
    pass(8);

    Optional<Map<String, Operation>> first = log.look(new Cancellation());

    assertThat(log.look(new Cancellation())).isEqualTo(first);
    assertThat(listings()).isEqualTo(1);
  }

  @Test
  void whoLooksAtTheClusterInTheMomentOfAPollIsGivenThePoll() {
    String operation = begin("node1", Duration.ofHours(1));
    log.join(waiter(operation));
    pass(8);
    log.look(new Cancellation());

    LogReading reading = log.read(cluster.ehpc.dayBefore());

    assertThat(reading.operations()).extracting(Operation::id).containsExactly(operation);
    assertThat(listings()).isEqualTo(1);
    cluster.time.clock.advance(Looks.MOMENT.plusMillis(1));
    log.read(cluster.ehpc.dayBefore());
    assertThat(listings()).isEqualTo(2);
  }

  @Test
  void aPollThatDoesNotGoBackFarEnoughIsNoLook() {
    IntStream.rangeClosed(1, 150).forEach(n -> begin("node" + n, Duration.ofHours(1)));
    String newest = begin("node251", Duration.ofHours(1));
    log.join(waiter(newest));
    pass(8);
    log.look(new Cancellation());
    assertThat(listings()).isEqualTo(1);

    assertThat(log.read(cluster.ehpc.dayBefore()).operations()).hasSize(151);
  }

  @Test
  void aPollFromBeforeAChangeIsNoLook() {
    log.join(waiter("j-any"));
    pass(8);
    log.look(new Cancellation());

    cluster.ehpc.removeFromQueue(
        SimulatedCluster.ID, "ehpcq-q1", List.of(cluster.node("node9").orElseThrow()));

    assertThat(log.read(cluster.ehpc.dayBefore()).operations()).hasSize(1);
  }

  private Map<Awaited, Sighting> await(List<Awaited> operations) {
    Map<Awaited, Sighting> seen = new LinkedHashMap<>();
    List<Awaited> told = new ArrayList<>();
    watcher.await(
        SimulatedCluster.ID,
        operations,
        Pace.standard(),
        cluster.cancellation,
        Cancellation.Level.INTERRUPTED,
        () -> {},
        (awaited, sighting) -> {
          told.add(awaited);
          seen.put(awaited, sighting);
        });
    assertThat(told).as("each is told once").doesNotHaveDuplicates();
    return seen;
  }

  private Awaited awaited(String operation) {
    Instant now = cluster.time.instant();
    return new Awaited(operation, now, now.plus(Duration.ofMinutes(15)));
  }

  private OperationLog.Waiter waiter(String operation) {
    return new OperationLog.Waiter(Set.of(operation), cluster.time.instant(), Pace.standard());
  }

  private String begin(String host, Duration span) {
    return cluster
        .sim
        .world()
        .startOperation(SimulatedCluster.ID, "HpcClusterRestartClusterNodes", List.of(host), span);
  }

  private void pass(int seconds) {
    cluster.time.clock.advance(Duration.ofSeconds(seconds));
  }

  private void reply(int nth, String body) {
    cluster.sim.inject(new Fault("/operation", nth, new FaultKind.HttpStatus(200, body)));
  }

  private long listings() {
    return cluster.sim.calls().stream().map(Call::path).filter("/operation"::equals).count();
  }
}
