package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// What the documents leave open, the other way round.
final class DialectTest {
  private static final String BY_IDS = "{'cluster_id': 'ehpc-play', 'node_ids': ['cln-1']}";
  private static final String BY_LIST = "{'cluster_id': 'ehpc-play', 'node_list': ['cln-1']}";

  private static Play speaking(Variant... variants) {
    return Play.with(options -> options.withDialect(Dialect.of(variants)));
  }

  @Test
  void documentedServiceTakesEitherSpelling() {
    try (Play play = Play.small()) {
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_IDS))).isZero();
      play.wait(55);
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_LIST))).isEqualTo(2100);
      assertThat(Play.code(play.client.get("/queue/ehpc/getQueueList", "cluster_id", "ehpc-play")))
          .isZero();
      assertThat(play.queue("ehpcq-a").isEmpty()).isFalse();
    }
  }

  @Test
  void jobIdsInReplies() {
    try (Play play = speaking(Variant.JOB_IDS_IN_REPLIES)) {
      JsonNode reply = play.delete("cln-1");
      assertThat(reply.path("job_ids").asString()).startsWith("j-");
      assertThat(reply.has("job_id")).isFalse();
      assertThat(play.client.get("/operation").at("/job_set/0/job_id").asString())
          .as("the log is as ever")
          .startsWith("j-");
    }
  }

  @Test
  void jobIdsAsList() {
    try (Play play = speaking(Variant.JOB_IDS_AS_LIST)) {
      assertThat(play.delete("cln-1").at("/job_ids/0").asString()).startsWith("j-");
    }
  }

  @Test
  void blankNumbers() {
    try (Play play = speaking(Variant.BLANK_NUMBERS)) {
      JsonNode reply = play.client.get("/cluster/listNodes", "cluster_id", "ehpc-play");
      assertThat(reply.path("ret_code").isNumber()).isTrue();
      assertThat(reply.at("/hpc_app_nodes_set/0/gpu").asString("number")).isEmpty();
      assertThat(reply.at("/hpc_app_nodes_set/0/cpu").asInt()).isEqualTo(26);
      assertThat(play.queue("ehpcq-b").path("default_queue").asString("number")).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} is HTTP {1}")
  @CsvSource({
    "1100,400",
    "1101,404",
    "1200,401",
    "1300,401",
    "1400,403",
    "2100,404",
    "2110,409",
    "2500,429",
    "5000,500",
    "5100,503",
    "5300,503",
    "5400,409",
    "8000,400",
    "0,200"
  })
  void httpStatusOfErrors(int code, int status) {
    assertThat(Wording.status(Dialect.of(Variant.HTTP_STATUS_OF_ERRORS), code)).isEqualTo(status);
    assertThat(Wording.status(Dialect.documented(), code)).isEqualTo(200);
  }

  @Test
  void errorWithAnHttpStatusIsStillJson() {
    try (Play play = speaking(Variant.HTTP_STATUS_OF_ERRORS)) {
      HttpResponse<String> reply =
          play.client.send("GET", "/cluster/lists", play.client.query(), "");
      assertThat(reply.statusCode()).isEqualTo(404);
      assertThat(Play.code(RawClient.json(reply))).isEqualTo(1101);
    }
  }

  @Test
  void lenientSignature() {
    try (Play strict = Play.small();
        Play lenient = speaking(Variant.LENIENT_SIGNATURE)) {
      String compact = "{\"cluster_id\":\"ehpc-play\",\"zone\":\"jn1a\"}";
      String path = "/queue/ehpc/getQueueList";
      assertThat(Play.code(strict.client.postRaw(path, compact))).isEqualTo(1200);
      assertThat(Play.code(lenient.client.postRaw(path, compact))).isZero();
      assertThat(Play.code(RawClient.json(strict.client.sendEncodedOnce("/operation"))))
          .isEqualTo(1200);
      assertThat(Play.code(RawClient.json(lenient.client.sendEncodedOnce("/operation")))).isZero();
      lenient.client.withSecret("wrong");
      assertThat(Play.code(lenient.client.get("/operation"))).isEqualTo(1200);
    }
  }

  @Test
  void ignoresUnknownParameters() {
    try (Play play =
        speaking(Variant.IGNORES_UNKNOWN_PARAMETERS, Variant.OPERATIONS_BY_JOBS_ONLY)) {
      play.delete("cln-1");
      JsonNode wrongKey = play.client.get("/operation", "job_ids", "j-other");
      assertThat(wrongKey.path("total_count").asInt()).as("not filtered").isEqualTo(1);
      JsonNode rightKey = play.client.get("/operation", "jobs", "j-other");
      assertThat(rightKey.path("total_count").asInt()).isZero();
    }
  }

  @Test
  void knowsItsZone() {
    try (Play play = speaking(Variant.KNOWS_ITS_ZONE)) {
      assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
      JsonNode elsewhere = play.client.with("zone", "pek3a").get("/cluster/list");
      assertThat(Play.code(elsewhere)).isEqualTo(1100);
      assertThat(elsewhere.path("message").asString()).contains("zone [pek3a] is unknown");
    }
    try (Play play = Play.small()) {
      assertThat(Play.code(play.client.with("zone", "pek3a").get("/cluster/list"))).isZero();
    }
  }

  @Test
  void ownerRequired() {
    try (Play play = speaking(Variant.OWNER_REQUIRED)) {
      assertThat(Play.code(play.client.get("/cluster/list"))).isEqualTo(1100);
      assertThat(Play.code(play.client.get("/cluster/list", "owner", "usr-any"))).isZero();
    }
  }

  @Test
  void nodeIdsOnly() {
    try (Play play = speaking(Variant.NODE_IDS_ONLY)) {
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_LIST))).isEqualTo(1100);
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_IDS))).isZero();
    }
  }

  @Test
  void nodeListOnly() {
    try (Play play = speaking(Variant.NODE_LIST_ONLY)) {
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_IDS))).isEqualTo(1100);
      assertThat(Play.code(play.client.post("/cluster/deleteNodes", BY_LIST))).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"HPCQUEUE_ID_ONLY, 0, 1100", "HPQUEUE_ID_ONLY, 1100, 0"})
  void queueIdIsKnownByOneNameOnly(Variant variant, int hpcqueueId, int hpqueueId) {
    String body = "{'cluster_id': 'ehpc-play', 'hpcqueue_id': 'ehpcq-a', 'nodelist': [1]}";
    try (Play play = speaking(variant)) {
      assertThat(Play.code(play.client.post("/queue/ehpc/removeNodes", body)))
          .isEqualTo(hpcqueueId);
    }
    try (Play play = speaking(variant)) {
      String other = body.replace("hpcqueue_id", "hpqueue_id");
      assertThat(Play.code(play.client.post("/queue/ehpc/removeNodes", other)))
          .isEqualTo(hpqueueId);
    }
  }

  @ParameterizedTest
  @CsvSource({"OPERATIONS_BY_JOB_IDS_ONLY, 0, 1100", "OPERATIONS_BY_JOBS_ONLY, 1100, 0"})
  void operationLogKnowsOneNameOnly(Variant variant, int jobIds, int jobs) {
    try (Play play = speaking(variant)) {
      assertThat(Play.code(play.client.get("/operation", "job_ids", "j-1"))).isEqualTo(jobIds);
      assertThat(Play.code(play.client.get("/operation", "jobs", "j-1"))).isEqualTo(jobs);
    }
  }

  @ParameterizedTest
  @CsvSource({"QUEUE_LIST_BY_POST_ONLY, 0, 1101", "QUEUE_LIST_BY_GET_ONLY, 1101, 0"})
  void queueListIsGotInOneWayOnly(Variant variant, int post, int get) {
    String path = "/queue/ehpc/getQueueList";
    try (Play play = speaking(variant)) {
      assertThat(Play.code(play.client.post(path, "{'cluster_id': 'ehpc-play'}"))).isEqualTo(post);
      assertThat(Play.code(play.client.get(path, "cluster_id", "ehpc-play"))).isEqualTo(get);
    }
  }

  @ParameterizedTest
  @CsvSource({"CLUSTER_IDS_ONLY, 0, 1100", "CLUSTER_ID_ONLY, 1100, 0"})
  void clustersAreDeletedByOneNameOnly(Variant variant, int clusterIds, int clusterId) {
    String body = "{'cluster_ids': ['ehpc-play'], 'run_user': 'usr-a'}";
    try (Play play = speaking(variant)) {
      assertThat(Play.code(play.client.post("/cluster/deleteCluster", body))).isEqualTo(clusterIds);
    }
    try (Play play = speaking(variant)) {
      String other = body.replace("cluster_ids", "cluster_id");
      assertThat(Play.code(play.client.post("/cluster/deleteCluster", other))).isEqualTo(clusterId);
    }
  }

  @Test
  void refusesByFailedOperation() {
    try (Play play = speaking(Variant.REFUSES_BY_FAILED_OPERATION)) {
      JsonNode accepted = play.delete("cln-c1");
      assertThat(Play.code(accepted)).isZero();
      play.wait(55);
      assertThat(play.operation(accepted).path("status").asString()).isEqualTo("failed");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, cln-2, 2", "false, cln-2, 6"})
  void reusesSerials(boolean reuses, String deleted, int serial) {
    try (Play play = reuses ? speaking(Variant.REUSES_SERIALS) : Play.small()) {
      play.delete(deleted);
      play.wait(55);
      play.addNodes("");
      assertThat(play.nodes().getLast().path("server_id").asInt()).isEqualTo(serial);
    }
  }

  @Test
  void deletesOutsideQueuesOnly() {
    try (Play play = speaking(Variant.DELETES_OUTSIDE_QUEUES_ONLY)) {
      JsonNode inQueue = play.delete("cln-5", "cln-1");
      assertThat(Play.code(inQueue)).isEqualTo(1400);
      assertThat(inQueue.path("message").asString()).contains("cln-1", "ehpcq-a");
      assertThat(Play.code(play.delete("cln-5"))).isZero();
    }
  }

  @Test
  void absentFromQueueIsNotFound() {
    try (Play play = speaking(Variant.ABSENT_FROM_QUEUE_IS_NOT_FOUND);
        Play usual = Play.small()) {
      assertThat(Play.code(play.remove("ehpcq-a", "[5]"))).isEqualTo(2100);
      assertThat(Play.code(usual.remove("ehpcq-a", "[5]"))).isEqualTo(1400);
    }
  }

  @Test
  void pagesAreAsLargeAsTheDialectSays() {
    try (Play play =
        Play.with(options -> options.withDialect(Dialect.documented().withPages(2, 5)))) {
      assertThat(play.nodeIds()).hasSize(2);
      JsonNode most =
          play.client.get("/cluster/listNodes", "cluster_id", "ehpc-play", "limit", "100");
      assertThat(most.path("hpc_app_nodes_set")).hasSize(5);
      assertThat(most.path("total_count").asInt()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void variantIsReadByItsWord(Variant variant) {
    assertThat(FaultWords.oneOf(Variant.class, variant.word())).isSameAs(variant);
  }

  @Test
  void oppositesTogetherAreRefused() {
    Dialect one = Dialect.of(Variant.NODE_IDS_ONLY);
    assertThatThrownBy(() -> one.with(Variant.NODE_LIST_ONLY)).hasMessageContaining("choose one");
    assertThat(one.with(Variant.HPCQUEUE_ID_ONLY, Variant.CLUSTER_ID_ONLY).variants()).hasSize(3);
    assertThat(one.has(Variant.NODE_IDS_ONLY)).isTrue();
  }
}
