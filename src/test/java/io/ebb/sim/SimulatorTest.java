package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The service as a whole.
final class SimulatorTest {

  @Test
  void callsAreLoggedInOrderWithoutSignature() {
    try (Play play = Play.small()) {
      play.client.get("/cluster/list");
      play.wait(5);
      play.delete("cln-none");
      assertThat(play.sim.calls())
          .extracting(Call::at, Call::method, Call::path, Call::retCode, Call::faults)
          .containsExactly(
              tuple(Play.START, "GET", "/cluster/list", 0, List.of()),
              tuple(Play.START.plusSeconds(5), "POST", "/cluster/deleteNodes", 2100, List.of()));
      assertThat(play.sim.calls().getFirst().took()).isPositive();
    }
  }

  @Test
  void clusterListShowsTheCluster() {
    try (Play play = Play.withJobs("{name: j, queue: a, hosts: [node1]}")) {
      JsonNode plain = play.client.get("/cluster/list", "owner", "usr-anyone");
      JsonNode cluster = plain.path("cluster_set").path(0);
      assertThat(cluster.path("cluster_name").asString()).isEqualTo("小集群");
      assertThat(cluster.path("total_node_count").asInt()).isEqualTo(8);
      assertThat(cluster.path("running_job_count").asInt()).isEqualTo(1);
      assertThat(cluster.path("app_cluster").isEmpty()).isTrue();
      JsonNode verbose = play.client.get("/cluster/list", "verbose", "1");
      assertThat(verbose.at("/cluster_set/0/app_cluster/cluster_id"))
          .isEqualTo(cluster.path("app_cluster_id"));
      assertThat(
              play.client.get("/cluster/list", "cluster_type", "hpc").path("total_count").asInt())
          .isZero();
    }
  }

  @Test
  void nodesShowTheAppCenterIdOfTheirCluster() {
    try (Play play = Play.small()) {
      String appId =
          play.client.get("/cluster/list").at("/cluster_set/0/app_cluster_id").asString();
      assertThat(play.node("cln-1").path("cluster_id").asString())
          .isEqualTo(appId)
          .startsWith("cl-");
      assertThat(play.node("cln-1").at("/queue_info/partition_name").asString()).isEqualTo("a");
      assertThat(play.node("cln-l1").path("queue_info").isEmpty()).isTrue();
    }
  }

  @Test
  void dateHeaderShowsTheWallClock() {
    try (Play play = Play.small()) {
      assertThat(play.client.sendRaw("GET", "/cluster/list?x=1", "").headers().firstValue("Date"))
          .contains("Sat, 21 Nov 2026 10:00:00 GMT");
    }
  }

  @Test
  void worldMayRunFast() {
    FastClock fast = FastClock.from(Play.START, 1000);
    SimOptions options = SimOptions.defaults().withWorld(fast);
    try (Simulator sim = Simulator.start(ScenarioFile.parse("small", Play.SMALL), options);
        RawClient client = new RawClient(sim, Clock.systemUTC())) {
      client.post("/cluster/deleteNodes", "{'cluster_id': 'ehpc-play', 'node_ids': ['cln-1']}");
      await().atMost(Duration.ofSeconds(5)).until(() -> !sim.world().exists(Play.CLUSTER, "node1"));
    }
  }

  @Test
  void fastClockNeverGoesBackAndKeepsItsSpeed() {
    FastClock fast = FastClock.from(Instant.EPOCH, 3600);
    Instant first = fast.instant();
    assertThat(first).isAfterOrEqualTo(Instant.EPOCH);
    assertThat(fast.instant()).isAfterOrEqualTo(first);
    assertThat(fast.speed()).isEqualTo(3600);
    assertThatThrownBy(() -> FastClock.times(0)).hasMessageContaining("not positive");
  }

  @Test
  void callersAtTheSameTimeCannotEmptyARoleTogether() throws InterruptedException {
    try (Play play = Play.small();
        ExecutorService callers = Executors.newFixedThreadPool(5)) {
      List<Callable<Integer>> deletions =
          IntStream.rangeClosed(1, 5)
              .<Callable<Integer>>mapToObj(i -> () -> Play.code(play.delete("cln-" + i)))
              .toList();
      assertThat(callers.invokeAll(deletions))
          .extracting(Future::resultNow)
          .containsExactlyInAnyOrder(0, 0, 0, 0, 1400);
    }
  }

  @Test
  void portThatIsTakenIsNamed() {
    try (Play play = Play.small()) {
      SimOptions same = SimOptions.defaults().withPort(play.sim.endpoint().getPort());
      assertThatThrownBy(() -> Simulator.start(Scenario.standard(), same))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("port " + same.port());
    }
  }

  @Test
  void closingEndsTheService() {
    Play play = Play.small();
    play.close();
    try (RawClient late = new RawClient(play.sim, play.clock)) {
      assertThatThrownBy(() -> late.get("/cluster/list")).isInstanceOf(UncheckedIOException.class);
    }
  }
}
