package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.sim.Change.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The life of clusters: built, changed, stopped, started, gone.
final class ClusterTest {
  private final Play play = Play.wide();

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void clusterIsPendingUntilAllItsNodesAreThere() {
    JsonNode accepted = play.client.post("/cluster/createCluster", Orders.EHPC);
    String id = accepted.path("hpc_cluster_id").asString();
    assertThat(id).startsWith("ehpc-");
    assertThat(row(id).path("cluster_status").asString()).isEqualTo("pending");
    assertThat(row(id).path("transition_status").asString()).isEqualTo("creating");
    assertThat(Play.code(play.client.post("/cluster/addNodes", "{'cluster_id': '" + id + "'}")))
        .isEqualTo(1400);
    play.wait(360);
    assertThat(row(id).path("cluster_status").asString()).isEqualTo("active");
    assertThat(row(id).path("total_node_count").asInt()).isEqualTo(4);
    assertThat(play.operation(accepted).path("status").asString()).isEqualTo("successful");
    JsonNode queue =
        play.client.get("/queue/ehpc/getQueueList", "cluster_id", id).at("/hpc_queue_set/0");
    assertThat(queue.path("nodelist").toString()).isEqualTo("[1,2]");
    assertThat(queue.path("partition_name").asString()).isEqualTo("normal");
    assertThat(play.client.get("/user", "cluster_id", id).at("/users_set/0/username").asString())
        .isEqualTo("root1");
    assertThat(play.sim.changes())
        .extracting(Change::kind, Change::subject)
        .contains(tuple(Kind.CLUSTER_CREATED, id));
  }

  @Test
  void creationThatFailsLeavesNothing() {
    play.sim.inject(Fault.next("/cluster/createCluster", new FaultKind.OperationFails()));
    JsonNode accepted = play.client.post("/cluster/createCluster", Orders.EHPC);
    String id = accepted.path("hpc_cluster_id").asString();
    play.wait(360);
    assertThat(play.operation(accepted).path("status").asString()).isEqualTo("failed");
    assertThat(Play.code(play.client.get("/cluster/listNodes", "cluster_id", id))).isEqualTo(2100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'cpu': 1, 'memory': 2048|'cpu': 3, 'memory': 2048",
        "'cpu': 1, 'memory': 2048|'cpu': 1, 'memory': 2049",
        "'cpu': 2, 'memory': '4096'|'cpu': 1, 'memory': '4096'",
        "'PayForUsed'|'Free'",
        "'PayForUsed'|'Reserved'",
        "'controller'|'conductor'",
        "'count': 2|'count': 0",
        "'cluster_type': 'ehpc'|'cluster_type': 'xhpc'"
      })
  void orderThatCannotBeIsRefused(String change) {
    String[] parts = change.split("\\|", 2);
    assertThat(Orders.EHPC).contains(parts[0]);
    String wrong = Orders.EHPC.replace(parts[0], parts[1]);
    assertThat(Play.code(play.client.post("/cluster/createCluster", wrong))).isEqualTo(1100);
  }

  @Test
  void thereIsOneSharedClusterAtMost() {
    assertThat(Play.code(play.client.post("/cluster/createCluster", Orders.HPC))).isEqualTo(2110);
    play.client.post("/cluster/deleteCluster", "{'cluster_id': ['hpc-play'], 'run_user': 'usr-1'}");
    play.wait(360);
    assertThat(Play.code(play.client.post("/cluster/createCluster", Orders.HPC))).isZero();
  }

  @Test
  void nameAndDescriptionCanBeChanged() {
    assertThat(row("ehpc-play").path("description").asString()).isEqualTo(" ");
    play.client.post(
        "/cluster/modifyCluster",
        "{'cluster_id': 'ehpc-play', 'cluster_name': '新名', 'description': '说明'}");
    assertThat(row("ehpc-play").path("cluster_name").asString()).isEqualTo("新名");
    assertThat(row("ehpc-play").path("description").asString()).isEqualTo("说明");
  }

  @Test
  void stoppedClusterRefusesChangesUntilItIsStarted() {
    play.client.post("/cluster/stopCluster", "{'cluster_ids': ['ehpc-play']}");
    assertThat(row("ehpc-play").path("transition_status").asString()).isEqualTo("stopping");
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("stopping");
    assertThat(Play.code(play.delete("cln-1"))).isEqualTo(1400);
    play.wait(360);
    assertThat(row("ehpc-play").path("cluster_status").asString()).isEqualTo("stopped");
    assertThat(play.node("cln-1").path("status").asString()).isEqualTo("stopped");
    assertThat(play.job("runs").path("job_status").asString()).isEqualTo("exited");
    assertThat(Play.code(play.delete("cln-1"))).isEqualTo(1400);
    play.client.post("/cluster/startCluster", "{'cluster_ids': ['ehpc-play']}");
    assertThat(row("ehpc-play").path("transition_status").asString()).isEqualTo("starting");
    play.wait(360);
    assertThat(play.node("cln-1").path("status").asString()).isEqualTo("active");
    assertThat(Play.code(play.delete("cln-1"))).isZero();
  }

  @Test
  void clusterWithANodeInTransitionIsNotStopped() {
    play.delete("cln-1");
    assertThat(
            Play.code(play.client.post("/cluster/stopCluster", "{'cluster_ids': ['ehpc-play']}")))
        .isEqualTo(1400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'cluster_ids': ['ehpc-play']",
        "'cluster_id': ['ehpc-play']",
        "'cluster_id': 'ehpc-play'"
      })
  void q14_deletedClusterIsUnknown(String key) {
    JsonNode accepted =
        play.client.post("/cluster/deleteCluster", "{" + key + ", 'run_user': 'usr-1'}");
    assertThat(accepted.path("hpc_cluster_id").toString()).isEqualTo("[\"ehpc-play\"]");
    assertThat(row("ehpc-play").path("transition_status").asString()).isEqualTo("deleting");
    play.wait(360);
    assertThat(row("ehpc-play").isMissingNode()).isTrue();
    assertThat(Play.code(play.client.get("/cluster/listNodes", "cluster_id", "ehpc-play")))
        .isEqualTo(2100);
    assertThat(play.sim.lostJobs()).hasSize(1);
  }

  @Test
  void allNodesOfARoleGetTheNewSize() {
    JsonNode reply =
        play.client.post(
            "/cluster/resizeCluster",
            "{'cluster_id': 'ehpc-play', 'node_role': 'compute', 'cpu': 8, 'memory': '24576'}");
    assertThat(reply.at("/resize_info/0/cpu").asInt()).isEqualTo(8);
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("updating");
    assertThat(play.node("cln-l1").path("transition_status").asString()).isEmpty();
    assertThat(play.node("cln-1").path("cpu").asInt()).isEqualTo(26);
    assertThat(Play.code(play.delete("cln-1"))).isEqualTo(1400);
    play.wait(55);
    assertThat(play.node("cln-1").path("cpu").asInt()).isEqualTo(8);
    assertThat(play.node("cln-5").path("memory").asInt()).isEqualTo(24576);
    assertThat(play.node("cln-l1").path("cpu").asInt()).isEqualTo(26);
    assertThat(play.queue("ehpcq-a").at("/spec_detail/cpu_num").asInt()).isEqualTo(24);
    assertThat(play.sim.lostJobs()).hasSize(1);
  }

  @Test
  void restartedNodesLoseTheirJobs() {
    play.client.post(
        "/cluster/restartNodes", "{'cluster_id': 'ehpc-play', 'node_ids': ['cln-1', 'cln-c1']}");
    assertThat(play.node("cln-c1").path("transition_status").asString()).isEqualTo("restarting");
    play.wait(55);
    assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
    assertThat(play.node("cln-1").path("status_time").asString()).isEqualTo("2026-11-21T10:00:55Z");
    assertThat(play.job("runs").path("job_status").asString()).isEqualTo("exited");
  }

  @Test
  void listIsFilteredByTypeStatusIdAndName() {
    assertThat(ids("cluster_type", "hpc")).containsExactly("hpc-play");
    assertThat(ids("status", "stopped")).containsExactly("ehpc-off");
    assertThat(ids("cluster_id", "ehpc-off")).containsExactly("ehpc-off");
    assertThat(ids("search_word", "共享")).containsExactly("hpc-play");
    assertThat(ids("sort_key", "cluster_id", "reverse", "1"))
        .containsExactly("hpc-play", "ehpc-play", "ehpc-off");
  }

  @Test
  void listCountsJobsAndNodesOfARole() {
    JsonNode cluster =
        play.client
            .get("/cluster/list", "cluster_id", "ehpc-play", "verbose", "1")
            .at("/cluster_set/0");
    assertThat(cluster.path("running_job_count").asInt()).isEqualTo(1);
    assertThat(cluster.path("finished_job_count").asInt()).isEqualTo(1);
    assertThat(cluster.at("/app_cluster/role_count/compute").asInt()).isEqualTo(5);
    assertThat(cluster.path("cpu_hours").isFloatingPointNumber()).isTrue();
  }

  private JsonNode row(String id) {
    return play.client.get("/cluster/list", "cluster_id", id).path("cluster_set").path(0);
  }

  private List<String> ids(String... filters) {
    return Play.rows(play.client.get("/cluster/list", filters), "cluster_set").stream()
        .map(cluster -> cluster.path("cluster_id").asString())
        .toList();
  }
}
