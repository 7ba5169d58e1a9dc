package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.sim.Change.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The endpoints below `/queue/ehpc`.
final class QueueTest {

  @Test
  void queueAndNodesAreUpdatingUntilTheRemovalEnds() {
    try (Play play = Play.small()) {
      JsonNode accepted = play.remove("ehpcq-a", "[2]");
      play.wait(6);
      assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEqualTo("updating");
      assertThat(play.node("cln-2").path("transition_status").asString()).isEqualTo("updating");
      assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3]");
      play.wait(1);
      assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEmpty();
      assertThat(play.serials("ehpcq-a")).isEqualTo("[1,3]");
      assertThat(play.node("cln-2").path("queue_info").toString()).isEqualTo("{}");
      assertThat(play.operation(accepted).path("resource_ids").asString())
          .isEqualTo("ehpc-play ehpcq-a cln-2");
      assertThat(play.operation(accepted).path("job_action").asString())
          .isEqualTo("HpcQueueRemoveEhpcQueueNodes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2]", "['2']", "['cln-2']", "2"})
  void memberIsNamedBySerialTextOrId(String nodelist) {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.remove("ehpcq-a", nodelist))).isZero();
      assertThat(play.node("cln-2").path("transition_status").asString()).isEqualTo("updating");
    }
  }

  @Test
  void queueIdGoesByItsDocumentedMisspelling() {
    try (Play play = Play.small()) {
      JsonNode reply =
          play.client.post(
              "/queue/ehpc/removeNodes",
              "{'cluster_id': 'ehpc-play', 'hpqueue_id': 'ehpcq-a', 'nodelist': [2]}");
      assertThat(Play.code(reply)).isZero();
    }
  }

  @Test
  void someQueueKeepsNodes() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.remove("ehpcq-b", "[4]"))).isZero();
      assertThat(Play.code(play.remove("ehpcq-a", "[1, 2, 3]")))
          .as("the removal in flight counts")
          .isEqualTo(1400);
      assertThat(Play.code(play.remove("ehpcq-a", "[1, 2]"))).isZero();
      play.wait(7);
      assertThat(Play.code(play.remove("ehpcq-a", "[3]"))).isEqualTo(1400);
    }
  }

  @Test
  void nodesBeingDeletedDoNotKeepAQueue() {
    try (Play play = Play.small()) {
      play.delete("cln-4");
      assertThat(Play.code(play.remove("ehpcq-a", "[1, 2, 3]"))).isEqualTo(1400);
    }
  }

  @Test
  void unknownQueueAndNodesAreNotFound() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.remove("ehpcq-none", "[1]"))).isEqualTo(2100);
      assertThat(Play.code(play.remove("ehpcq-a", "[99]"))).isEqualTo(2100);
      assertThat(Play.code(play.remove("ehpcq-a", "['cln-l1']"))).isEqualTo(2100);
      assertThat(Play.code(play.remove("ehpcq-a", "[]"))).isEqualTo(1100);
    }
  }

  @Test
  void removingANodeOfAnotherQueueOrNoneIsRefused() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.remove("ehpcq-a", "[4]"))).isEqualTo(1400);
      assertThat(Play.code(play.remove("ehpcq-a", "[5]"))).isEqualTo(1400);
    }
  }

  @Test
  void queueInTransitionRefusesChanges() {
    try (Play play = Play.small()) {
      play.remove("ehpcq-a", "[1]");
      assertThat(Play.code(play.remove("ehpcq-a", "[2]"))).isEqualTo(1400);
      assertThat(Play.code(play.join("ehpcq-a", "[5]"))).isEqualTo(1400);
      play.wait(7);
      assertThat(Play.code(play.remove("ehpcq-a", "[2]"))).isZero();
    }
  }

  @Test
  void nodeInTransitionCannotLeaveOrJoin() {
    try (Play play = Play.small()) {
      play.delete("cln-1");
      assertThat(Play.code(play.remove("ehpcq-a", "[1]"))).isEqualTo(1400);
      assertThat(Play.code(play.join("ehpcq-b", "[1]"))).isEqualTo(1400);
    }
  }

  @Test
  void nodeMovesFromQueueToQueue() {
    try (Play play = Play.small()) {
      JsonNode accepted = play.join("ehpcq-b", "[1, 4, 5]");
      assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEqualTo("updating");
      assertThat(play.queue("ehpcq-b").path("transition_status").asString()).isEqualTo("updating");
      play.wait(7);
      assertThat(play.serials("ehpcq-a")).isEqualTo("[2,3]");
      assertThat(play.serials("ehpcq-b")).isEqualTo("[1,4,5]");
      assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEmpty();
      String operation = accepted.path("job_id").asString();
      assertThat(play.sim.changes().stream().filter(c -> c.kind() != Kind.OPERATION_STARTED))
          .extracting(c -> c.kind() + " " + c.subject() + " " + c.queue())
          .containsExactly(
              "NODE_LEFT cln-1 ehpcq-a",
              "NODE_JOINED cln-1 ehpcq-b",
              "NODE_JOINED cln-5 ehpcq-b",
              "OPERATION_SUCCEEDED " + operation + " ");
    }
  }

  @Test
  void listShowsMembersAndTotals() {
    try (Play play = Play.small()) {
      JsonNode queue = play.queue("ehpcq-a");
      assertThat(queue.path("name").asString()).isEqualTo("默认队列");
      assertThat(queue.path("partition_name").asString()).isEqualTo("a");
      assertThat(queue.path("default_queue").asInt()).isEqualTo(1);
      assertThat(queue.path("node_info").path(0).path("server_id").asInt()).isEqualTo(1);
      assertThat(queue.path("spec_detail").path("cpu_num").asInt()).isEqualTo(78);
      assertThat(queue.path("spec_detail").path("mem_size").asInt()).isEqualTo(240);
    }
  }

  @Test
  void listAnswersToGetAsWell() {
    try (Play play = Play.small()) {
      JsonNode reply =
          play.client.get("/queue/ehpc/getQueueList", "cluster_id", "ehpc-play", "limit", "1");
      assertThat(reply.path("total_count").asInt()).isEqualTo(2);
      assertThat(Play.rows(reply, "hpc_queue_set")).hasSize(1);
    }
  }

  @Test
  void newQueueIsEmptyAndGoesWhenItIs() {
    try (Play play = Play.small()) {
      JsonNode added = change(play, "addQueue", "'name': '新队列'");
      String id = added.path("hpcqueue_id").asString();
      assertThat(play.queue(id).path("name").asString()).isEqualTo("新队列");
      assertThat(play.serials(id)).isEqualTo("[]");
      play.join(id, "[5]");
      assertThat(Play.code(change(play, "delQueues", "'queue_ids': ['" + id + "']")))
          .isEqualTo(1400);
      play.wait(7);
      play.remove(id, "[5]");
      play.wait(7);
      JsonNode accepted = change(play, "delQueues", "'queue_ids': ['" + id + "']");
      assertThat(play.queue(id).path("transition_status").asString()).isEqualTo("deleting");
      play.wait(7);
      assertThat(play.queue(id).isMissingNode()).isTrue();
      assertThat(play.operation(accepted).path("resource_ids").asString())
          .isEqualTo("ehpc-play " + id);
      assertThat(Play.code(play.join(id, "[5]"))).isEqualTo(2100);
    }
  }

  @Test
  void onlyTheNameOfAQueueCanBeChanged() {
    try (Play play = Play.small()) {
      change(play, "modifyQueue", "'hpqueue_id': 'ehpcq-b', 'name': '改名', 'default_queue': 1");
      assertThat(play.queue("ehpcq-b").path("name").asString()).isEqualTo("改名");
      assertThat(play.queue("ehpcq-b").path("partition_name").asString()).isEqualTo("b");
      assertThat(play.queue("ehpcq-b").path("default_queue").asInt()).isZero();
      play.remove("ehpcq-a", "[1]");
      assertThat(Play.code(change(play, "modifyQueue", "'hpcqueue_id': 'ehpcq-a', 'name': 'x'")))
          .isEqualTo(1400);
    }
  }

  private static JsonNode change(Play play, String word, String more) {
    return play.client.post("/queue/ehpc/" + word, "{'cluster_id': 'ehpc-play', " + more + "}");
  }

  @Test
  void detailCountsSlotsAndJobs() {
    try (Play play =
        Play.withJobs(
            "{name: one, queue: a, hosts: [node1]}", "{name: two, queue: a, held: true}")) {
      JsonNode queue = detail(play, "ehpcq-a");
      assertThat(queue.path("total_slots").asInt()).isEqualTo(78);
      assertThat(queue.path("avail_slots").asInt()).isEqualTo(52);
      assertThat(queue.path("free_slots").asString("?")).isEmpty();
      assertThat(queue.path("node_list").toString()).isEqualTo("[1,2,3]");
      assertThat(queue.path("nrun").asInt()).isEqualTo(1);
      assertThat(queue.path("npend").asInt()).isEqualTo(1);
      play.remove("ehpcq-b", "[4]");
      play.wait(7);
      assertThat(detail(play, "ehpcq-b").path("node_list").isNull()).isTrue();
    }
  }

  private static JsonNode detail(Play play, String id) {
    return play.client
        .get("/queue/describeQueue", "cluster_id", "ehpc-play", "id", id)
        .at("/detail/0");
  }
}
