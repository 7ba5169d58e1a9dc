package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Shared clusters and their queues.
final class SharedQueueTest {
  private final Play play = Play.wide();

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void sharedClusterHasTwoQueuesOfEverybodyAndRentedOnes() {
    assertThat(names()).containsExactly("共享队列", "共享大内存队列", "自有队列");
    assertThat(names("belong", "0")).containsExactly("共享队列", "共享大内存队列");
    assertThat(names("belong", "1")).containsExactly("自有队列");
    assertThat(names("belong", "-1")).hasSize(3);
    assertThat(names("search_word", "hpcq-own")).containsExactly("自有队列");
  }

  @Test
  void q8_zoneGoesByItsOtherName() {
    play.client.with("zone", "").with("zone_id", "jn1a");
    assertThat(names()).hasSize(3);
  }

  @Test
  void q24_numbersThatMeanNothingAreEmptyText() {
    JsonNode shared =
        play.client
            .get("/queue/getCurrentQueue", "cluster_id", "hpc-play", "belong", "0")
            .at("/queues_set/0");
    assertThat(shared.path("duration").asString("?")).isEmpty();
    assertThat(shared.path("categories").asString()).isEqualTo("share_queue");
    assertThat(shared.at("/spec_detail/cpu_num").asInt()).isEqualTo(380);
    assertThat(shared.at("/spec_detail/node_list").isNull()).isTrue();
  }

  @Test
  void privateQueueIsBoundAndUnbound() {
    JsonNode bound =
        play.client.post(
            "/queue/bindPrivateQueue",
            "{'name': '包月', 'type_id': 'hpcqt-k2i40mpi', 'paid_type': 'Reserved',"
                + " 'duration': 3, 'is_auto_renewal': 1, 'cluster_id': 'hpc-play'}");
    String id = bound.path("queue_id").asString();
    JsonNode detail =
        play.client.get("/queue/describeQueue", "cluster_id", "hpc-play", "id", id).at("/detail/0");
    assertThat(detail.path("total_slots").asInt()).isEqualTo(152);
    assertThat(detail.path("categories").asString()).isEqualTo("private_queue");
    assertThat(
            play.client
                .get("/queue/getCurrentQueue", "cluster_id", "hpc-play", "search_word", "包月")
                .at("/queues_set/0/rent_end_time")
                .asString())
        .isEqualTo("2027-02-19T10:00:00Z");
    unbind(id, 0);
    assertThat(names("search_word", "包月")).isEmpty();
    unbind(id, 2100);
  }

  @Test
  void sharedQueueCannotBeUnbound() {
    String id =
        play.client
            .get("/queue/getCurrentQueue", "cluster_id", "hpc-play")
            .at("/queues_set/0/hpcqueue_id")
            .asString();
    unbind(id, 1400);
  }

  @Test
  void jobsRunInTheQueuesOfASharedCluster() {
    submit(380);
    submit(1);
    JsonNode jobs = play.client.get("/job/list", "cluster_id", "hpc-play");
    assertThat(jobs.at("/hpc_job_set/0/job_status").asString()).isEqualTo("running");
    assertThat(jobs.at("/hpc_job_set/1/job_status").asString()).isEqualTo("pending");
    play.wait(600);
    jobs = play.client.get("/job/list", "cluster_id", "hpc-play");
    assertThat(jobs.at("/hpc_job_set/1/job_status").asString()).isEqualTo("running");
  }

  @Test
  void sharedClusterHasLoginNodesOnlyAndNoQueuesOfItsOwn() {
    assertThat(code("/cluster/addNodes", "'node_role': 'compute'")).isEqualTo(1400);
    assertThat(code("/cluster/addNodes", "'node_count': 2")).isZero();
    assertThat(code("/queue/ehpc/addQueue", "'name': 'x'")).isEqualTo(1400);
    play.wait(55);
    assertThat(
            play.client
                .get("/cluster/listNodes", "cluster_id", "hpc-play")
                .at("/hpc_app_nodes_set/3/role")
                .asString())
        .isEqualTo("login");
    assertThat(
            play.client
                .get("/queue/ehpc/getQueueList", "cluster_id", "hpc-play")
                .path("total_count")
                .asInt())
        .isZero();
  }

  private int code(String path, String more) {
    return Play.code(play.client.post(path, "{'cluster_id': 'hpc-play', " + more + "}"));
  }

  private void submit(int cores) {
    assertThat(
            code(
                "/job/submitJob",
                "'run_user': 'li', 'name': 'j', 'cmd_line': 'x', 'submit_type': 1, 'core_limit': "
                    + cores))
        .isZero();
  }

  private void unbind(String id, int code) {
    JsonNode reply =
        play.client.post(
            "/queue/unbindPrivateQueue", "{'ids': ['" + id + "'], 'cluster_id': ['hpc-play']}");
    assertThat(Play.code(reply)).isEqualTo(code);
  }

  private List<String> names(String... filters) {
    String[] all = new String[filters.length + 2];
    all[0] = "cluster_id";
    all[1] = "hpc-play";
    System.arraycopy(filters, 0, all, 2, filters.length);
    return Play.rows(play.client.get("/queue/getCurrentQueue", all), "queues_set").stream()
        .map(queue -> queue.path("name").asString())
        .toList();
  }
}
