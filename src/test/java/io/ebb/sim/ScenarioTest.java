package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a world is made of.
final class ScenarioTest {

  @Test
  void standardWorldLeavesMoreThanEightNodesOfTheDefaultQueueIdle() {
    Scenario.Cluster cluster = Scenario.standard().clusters().getFirst();
    Set<Integer> idle = new HashSet<>();
    cluster.nodes().stream()
        .filter(nodes -> "batch".equals(nodes.queue()) && nodes.health().equals("healthy"))
        .forEach(nodes -> idle.addAll(nodes.serials().numbers()));
    cluster.jobs().stream()
        .flatMap(job -> job.hosts().stream())
        .forEach(host -> idle.remove(Integer.valueOf(host.replace("node", ""))));
    assertThat(idle).hasSizeGreaterThan(8);
    assertThat(cluster.jobs())
        .filteredOn(job -> !job.held())
        .noneMatch(job -> job.hosts().isEmpty());
  }

  @Test
  void standardWorldIsTheOneThatIsDescribed() {
    HandClock clock = new HandClock(Play.START);
    SimOptions options = SimOptions.defaults().withWorld(clock).withWall(clock);
    try (Simulator sim = Simulator.start(Scenario.standard(), options);
        RawClient client = new RawClient(sim, clock)) {
      assertThat(total(client, "/cluster/listNodes")).isEqualTo(34);
      assertThat(total(client, "/queue/ehpc/getQueueList")).isEqualTo(2);
      assertThat(sim.world().exists("ehpc-8jqdq0mz", "node32")).isTrue();
      assertThat(sim.zone()).isEqualTo("jn1a");
    }
  }

  private static int total(RawClient client, String path) {
    return client.get(path, "cluster_id", "ehpc-8jqdq0mz").path("total_count").asInt();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "partition: b, name; partion: b, name; clusters[0].queues[1], line 6: key [partition] is missing",
        "queue: b}; que: b}; clusters[0].nodes[6].que",
        "serials: 5; serials: 5-x; clusters[0].nodes[7].serials",
        "serials: 5; serial: 5; clusters[0].nodes[7], line 15: key [serials] is missing",
        "serials: 5; serials: 4; node [node4] is there twice",
        "role: controller; role: conductor; clusters[0].nodes[2].role",
        "queue: b}; queue: c}; no queue has the partition [c]",
        "id: cln-4; age: 3 days, id: cln-4; is no duration such as",
        "serials: 1, id: cln-l1; serials: 1, id: cln-l1, queue: a; only compute nodes",
        "id: ehpc-play; ids: ehpc-play; clusters[0], line 16: key [id] is missing",
        "name: 小集群; title: x; clusters[0].title",
        "serials: 5; serials: 5-6; for a group of one",
        "default: true; default: true, default: false; Duplicate",
        "id: cln-2; id: cln-1; id [cln-1] is there twice",
        "partition: b; partition: a; partition [a] is there twice",
      })
  void mistakeIsNamedWithFileAndKey(String right, String wrong, String named) {
    assertThat(Play.SMALL).contains(right);
    assertThatThrownBy(() -> ScenarioFile.parse("small.yaml", Play.SMALL.replace(right, wrong)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("scenario small.yaml")
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "~", "[]", "clusters: 5", "clusters: [", "clusters: ~"})
  void fileThatIsNoScenarioIsRefused(String yaml) {
    assertThatThrownBy(() -> ScenarioFile.parse("odd.yaml", yaml))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("scenario odd.yaml");
  }

  @Test
  void jobOnAnUnknownHostIsRefused() {
    String yaml = Play.SMALL + "    jobs: [{name: j, queue: a, hosts: [node77]}]\n";
    assertThatThrownBy(() -> ScenarioFile.parse("small.yaml", yaml))
        .hasMessageContaining("unknown host [node77]");
  }

  @Test
  void scenarioIsLoadedFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("small.yaml");
    assertThatThrownBy(() -> Scenario.load(file))
        .hasMessage("scenario " + file + ": there is no such file");
    Files.writeString(file, Play.SMALL);
    assertThat(Scenario.load(file).clusters()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "12m, PT12M", "1h30m, PT1H30M", "40d, PT960H", "0s, PT0S"})
  void durationsAreWrittenInUnits(String written, Duration span) {
    assertThat(Span.parse(written)).isEqualTo(span);
  }

  @Test
  void secretIsNotShown() {
    Scenario scenario = Scenario.standard();
    assertThat(scenario.secretKey()).isNotEmpty();
    assertThat(scenario.toString()).doesNotContain(scenario.secretKey());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "type: mpc, nodes: [{role: login, serials: 1}]; clusters[0].type",
        "type: hpc, nodes: [{serials: 1}]; has no compute nodes",
        "status: gone, nodes: [{serials: 1}]; clusters[0].status",
        "users: [{name: li}], nodes: [{serials: 1}]; no user has the role [admin]",
        "users: [{role: admin}], nodes: [{serials: 1}]; key [name] is missing",
        "type: hpc, nodes: [{role: login, serials: 1}], jobs: [{name: j, queue: x}]; partition [x]",
      })
  void mistakeInAClusterIsNamed(String cluster, String named) {
    assertThatThrownBy(
            () -> ScenarioFile.parse("odd.yaml", "clusters: [{id: c-1, " + cluster + "}]"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(named);
  }

  @Test
  void jobMayRunNoLongerThanItsLimit() {
    try (Play play = Play.withJobs("{name: j, queue: a, age: 1m, ends-in: 2h, limit: 1h}")) {
      play.wait(59 * 60 - 1);
      assertThat(play.job("j").path("job_status").asString()).isEqualTo("running");
      play.wait(1);
      assertThat(play.job("j").path("job_status").asString()).isEqualTo("exited");
    }
  }
}
