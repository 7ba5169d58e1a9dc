package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists that show what was true earlier.
final class StaleListTest {
  private static final String NODES = "/cluster/listNodes";

  private final Play play = Play.withJobs("{name: j, queue: a, hosts: [node1], ends-in: 30s}");

  @AfterEach
  void close() {
    play.close();
  }

  private void stale(String path, Past past) {
    play.sim.inject(Fault.next(path, new FaultKind.Stale(past)));
  }

  private static Past seconds(int seconds) {
    return new Past.Ago(Duration.ofSeconds(seconds));
  }

  @Test
  void listShowsWhatWasTrueSoLongAgo() {
    play.wait(100);
    play.delete("cln-1");
    play.wait(60);
    assertThat(play.nodeIds()).doesNotContain("cln-1");
    stale(NODES, seconds(30));
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
    stale(NODES, seconds(90));
    assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
    stale(NODES, seconds(5));
    assertThat(play.nodeIds()).doesNotContain("cln-1");
    stale(NODES, seconds(100_000));
    assertThat(play.nodeIds()).as("the beginning").hasSize(8);
  }

  @Test
  void listShowsWhatWasTrueBeforeTheLastChanges() {
    play.remove("ehpcq-a", "[1]");
    play.wait(10);
    stale("/queue/ehpc/getQueueList", new Past.Before(2));
    assertThat(play.serials("ehpcq-a")).as("left, and the operation ended").isEqualTo("[1,2,3]");
    assertThat(play.serials("ehpcq-a")).isEqualTo("[2,3]");
    stale("/operation", new Past.Before(3));
    assertThat(play.client.get("/operation").path("total_count").asInt()).isZero();
  }

  @Test
  void idsAreTheSameInThePast() {
    assertThat(Play.code(play.addNodes(", 'node_role': 'controller'")))
        .as("refused, and uses up an id")
        .isEqualTo(1400);
    play.addNodes(", 'node_count': '2'");
    play.sim.world().addJob(Play.CLUSTER, Scenario.Job.running("k", "a", List.of()));
    play.wait(55);
    play.wait(20);
    JsonNode now = play.client.get(NODES, "cluster_id", Play.CLUSTER);
    stale(NODES, seconds(10));
    assertThat(play.client.get(NODES, "cluster_id", Play.CLUSTER)).isEqualTo(now);
    stale("/job/list", seconds(10));
    assertThat(play.job("k")).isEqualTo(play.job("k"));
  }

  @Test
  void jobsAreAsTheyWere() {
    play.wait(60);
    assertThat(play.job("j").path("job_status").asString()).isEqualTo("finished");
    stale("/job/list", seconds(40));
    assertThat(play.job("j").path("job_status").asString()).isEqualTo("running");
  }

  @Test
  void changesAreNotAffected() {
    play.delete("cln-1");
    play.sim.inject(Fault.every("*", new FaultKind.Stale(seconds(100))));
    assertThat(Play.code(play.delete("cln-1"))).as("already on its way").isEqualTo(1400);
    assertThat(play.nodeIds()).as("and not seen").contains("cln-1");
  }

  @Test
  void operationsKeepTheirFateInThePast() {
    play.sim.inject(Fault.next("/cluster/deleteNodes", new FaultKind.OperationFails()));
    JsonNode failed = play.delete("cln-1");
    play.wait(60);
    play.delete("cln-2");
    stale("/operation", seconds(2));
    assertThat(play.operation(failed).path("status").asString()).isEqualTo("failed");
  }
}
