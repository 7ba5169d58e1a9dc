package io.ebb.api;

import static io.ebb.api.Connected.ACCEPTED;
import static io.ebb.api.Connected.LIST;
import static io.ebb.api.RawServer.code;
import static io.ebb.api.RawServer.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The inconsistencies of the documentation, by their numbers in the reference: what is sent all
/// the same. [QuirksOfRepliesTest] has those of what comes back; those that concern a cluster as a
/// whole (Q10, Q12, Q28) are in `io.ebb.cluster` too.
final class QuirksOfRequestsTest {
  private static final ClustersApi.Query CLUSTERS = ClustersApi.Query.of("usr-1", Listing.first());
  private static final String T1 = "W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D";

  @ParameterizedTest
  @ValueSource(strings = {"https://host:8443", "https://host:8443/", "https://host:8443/?x"})
  void q1_endpointIsConfiguration(String endpoint) {
    assertThat(ApiOptions.of(URI.create(endpoint), Connected.KEY, "jn1a").endpoint())
        .hasToString("https://host:8443");
  }

  @Test
  void q1_hostIsNoPartOfTheSignature() throws Exception {
    try (Connected one = Connected.to(LIST);
        Connected other = Connected.to(LIST)) {
      one.listNodes();
      other.listNodes();

      assertThat(one.server.endpoint()).isNotEqualTo(other.server.endpoint());
      assertThat(one.server.lines()).isEqualTo(other.server.lines());
    }
  }

  @Test
  void q2_signsWithOneTrailingSlashAndRequestsWithout() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.listNodes();

      assertThat(to.server.lines().getFirst())
          .startsWith("GET /api/cluster/listNodes?")
          .as("vector T7, whose signed path has the slash")
          .contains("&signature=Y4Gk7TMMui1Yn1C6IkExN8PoJcJKPhabb8NJx0s2bp8%253D ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jn1a, " + T1,
    "jinan1a, fuaaMdgEpq315d6SJPwhiaw3XantkrjQW4gQOg2FNkI%253D",
  })
  void q3_publishedSignatureFollowsFromAnotherZoneThanThePublishedOne(String zone, String value) {
    assertThat(sign(Connected.KEY, Map.of("zone", zone))).endsWith("&signature=" + value);
  }

  @Test
  void q4_secretOfTheVectorIsNotThatOfTheSampleProgram() {
    Credentials sample = new Credentials("QYACCESSKEYIDEXAMPLE", "SECRETACCESSKEYSECRETACCESSKEY");

    assertThat(sign(Connected.KEY, Map.of("zone", "jn1a"))).endsWith(T1);
    assertThat(sign(sample, Map.of("zone", "jn1a"))).doesNotContain(T1);
  }

  @Test
  void q5_blanksAreSentAsPercent20AndAllElseAsOfRfc3986() {
    assertThat(sign(Connected.KEY, Map.of("search_word", "a b+c*d~e/默")))
        .contains("&search_word=a%20b%2Bc%2Ad~e%2F%E9%BB%98&");
  }

  @Test
  void q6_hashIsHmacSha256() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.listNodes();

      assertThat(to.server.lines().getFirst()).contains("&signature_method=HmacSHA256&");
    }
  }

  @Test
  void q7_actionIsNeverSent() throws Exception {
    try (Connected to = Connected.to(ACCEPTED)) {
      to.removeNode();

      assertThat(to.server.requests().getFirst()).doesNotContain("action");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jinan1a", "pek3a", "山东 1"})
  void q8_zoneIsWhateverIsConfigured(String zone) throws Exception {
    try (Connected to = Connected.to(LIST)) {
      ApiOptions options =
          ApiOptions.of(to.server.endpoint(), Connected.KEY, zone).withClocks(to.options.clocks());
      EhpcApi.connect(options).queues().list(new QueuesApi.Query("ehpc-1", 0, 100));

      assertThat(to.server.lines().getFirst()).contains("&zone=" + Signer.encode(zone) + "&");
      String last = new String(PythonJson.bytes(Map.of("zone", zone)), US_ASCII).substring(1);
      assertThat(to.server.body(0)).endsWith(", " + last);
    }
  }

  @Test
  void q8_zoneIdIsSentBesidesZoneWhereConfiguredAndToOneEndpointOnly() throws Exception {
    Dialect dialect = new Dialect(Dialect.DeleteKey.NODE_IDS, "jinan1");
    SharedQueuesApi.Query query = new SharedQueuesApi.Query("hpc-1", 0, 100);
    try (Connected to = Connected.to(LIST)) {
      EhpcApi configured = EhpcApi.connect(to.options.withDialect(dialect));
      configured.sharedQueues().list(query);
      configured.nodes().list(new NodesApi.Query("hpc-1", 0, 100));
      to.api.sharedQueues().list(query);

      assertThat(to.server.lines().get(0)).contains("&zone=jn1a&zone_id=jinan1&signature=");
      assertThat(to.server.lines().get(1)).contains("&zone=jn1a&signature=");
      assertThat(to.server.lines().get(2)).contains("&zone=jn1a&signature=");
    }
  }

  @Test
  void q9_timestampIsPaddedAsciiAndCalledTimestamp() {
    Instant at = Instant.parse("2022-04-01T03:04:05.678Z");

    assertThat(Signer.sign(Connected.KEY, "GET", "/api/x", Map.of(), new byte[0], at))
        .contains("&timestamp=2022-04-01T03%3A04%3A05Z&")
        .doesNotContain("time_stamp");
  }

  @Test
  void q10_operationIsAskedForByOneNameAtATime() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.api.operations().list(OperationsApi.Query.withId("j-1"));
      to.api.operations().list(OperationsApi.Query.withIdAmongJobs("j-1"));

      assertThat(to.server.lines().get(0)).contains("&job_ids=j-1&").doesNotContain("&jobs=");
      assertThat(to.server.lines().get(1)).contains("&jobs=j-1&").doesNotContain("job_ids");
    }
  }

  @Test
  void q11_queueIdIsCalledWhatEachEndpointCallsIt() throws Exception {
    String hired = json("{\"ret_code\": 0, \"job_id\": \"j-1\", \"queue_id\": \"hpcq-2\"}");
    try (Connected to = Connected.to(hired)) {
      to.removeNode();
      to.api.queues().delete(new QueuesApi.Delete("ehpc-1", List.of("ehpcq-1")));
      to.api.sharedQueues().unbind(SharedQueuesApi.Unbind.of("hpc-1", "hpcq-1"));

      assertThat(to.server.body(0)).contains("\"hpcqueue_id\": \"ehpcq-m7qglynz\"");
      assertThat(to.server.body(1)).contains("\"queue_ids\": [\"ehpcq-1\"]");
      assertThat(to.server.body(2)).contains("\"ids\": [\"hpcq-1\"]");
      assertThat(
              to.api
                  .sharedQueues()
                  .bind(SharedQueuesApi.Bind.hourly("hpc-1", "q", "hpcqt-1"))
                  .hpcqueueId())
          .isEqualTo("hpcq-2");
    }
    try (Connected to = Connected.to(json("{\"ret_code\": 0, \"detail\": []}"))) {
      to.api.sharedQueues().describe(new SharedQueuesApi.One("ehpc-1", "ehpcq-1"));

      assertThat(to.server.lines().getFirst())
          .contains("&id=ehpcq-1&")
          .doesNotContain("hpcqueue_id");
    }
  }

  /// That nodes become serials, and only compute nodes do, is tested at `io.ebb.cluster.Ehpc`.
  @Test
  void q12_nodelistHoldsSerialsAsNumbers() throws Exception {
    try (Connected to = Connected.to(ACCEPTED)) {
      to.removeNode();

      assertThat(to.server.body(0)).contains("\"nodelist\": [2]");
    }
  }

  @Test
  void q14_deleteClusterFallsBackToClusterIdOnce() throws Exception {
    try (Connected to = Connected.to(code(1100), ACCEPTED)) {
      assertThat(to.api.clusters().delete(Requests.deletion()).operation())
          .isEqualTo("j-60tfxp7txad");
      to.api.clusters().delete(Requests.deletion());

      assertThat(to.server.lines())
          .allSatisfy(line -> assertThat(line).startsWith("POST /api/cluster/deleteCluster?"));
      assertThat(to.server.body(0)).contains("\"cluster_ids\": [\"ehpc-1\"]");
      assertThat(to.server.body(1)).contains("\"cluster_id\": [\"ehpc-1\"]");
      assertThat(to.server.body(2)).as("remembered").contains("\"cluster_id\": ");
      assertThat(to.server.requests()).hasSize(3);
    }
  }

  @Test
  void q15_deleteNodesFallsBackToNodeListOnce() throws Exception {
    try (Connected to = Connected.to(code(1100), ACCEPTED)) {
      assertThat(to.deleteNode().operation()).isEqualTo("j-60tfxp7txad");
      to.deleteNode();

      assertThat(to.server.body(0)).contains("\"node_ids\": [\"cln-hzzvbtnh\"]");
      assertThat(to.server.body(1)).contains("\"node_list\": [\"cln-hzzvbtnh\"]");
      assertThat(to.server.body(2)).as("remembered").contains("\"node_list\": ");
      assertThat(to.server.requests()).hasSize(3);
    }
  }

  @Test
  void q15_dialectChoosesNodeListFirst() throws Exception {
    try (Connected to = Connected.to(ACCEPTED)) {
      EhpcApi api = EhpcApi.connect(to.options.withDialect(nodeListFirst()));
      api.nodes().delete(new NodesApi.Delete("ehpc-1", List.of("cln-1")));

      assertThat(to.server.body(0)).contains("\"node_list\": [\"cln-1\"]");
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void q15_nodeListFirstFallsBackToNodeIdsOnce() throws Exception {
    try (Connected to = Connected.to(code(1100), ACCEPTED)) {
      EhpcApi api = EhpcApi.connect(to.options.withDialect(nodeListFirst()));
      api.nodes().delete(new NodesApi.Delete("ehpc-1", List.of("cln-1")));
      api.nodes().delete(new NodesApi.Delete("ehpc-1", List.of("cln-2")));

      assertThat(to.server.body(0)).contains("\"node_list\": ");
      assertThat(to.server.body(1)).contains("\"node_ids\": ");
      assertThat(to.server.body(2)).as("remembered").contains("\"node_ids\": ");
      assertThat(to.server.requests()).hasSize(3);
    }
  }

  @Test
  void q15_malformedEitherWayTellsWhatWasSaidOfTheDocumentedForm() throws Exception {
    String second = json("{\"ret_code\": 1100, \"message\": \"second\"}");
    try (Connected to = Connected.to(code(1100), second)) {
      assertThatThrownBy(to::deleteNode)
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("said 1100");
      assertThat(to.server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1400, 2100})
  void q15_formThatIsRefusedForAnotherReasonIsRemembered(int code) throws Exception {
    try (Connected to = Connected.to(code(1100), code(code), ACCEPTED)) {
      assertThatThrownBy(to::deleteNode).hasMessageContaining("said " + code);
      to.deleteNode();

      assertThat(to.server.body(2)).contains("\"node_list\": ");
      assertThat(to.server.requests()).hasSize(3);
    }
  }

  @Test
  void q15_nothingElseThanMalformedIsTriedInTheOtherForm() throws Exception {
    try (Connected to = Connected.to(code(1400), ACCEPTED)) {
      assertThatThrownBy(to::deleteNode).isInstanceOf(ConflictException.class);
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void q16_queueListFallsBackToGet() throws Exception {
    QueuesApi.Query query = QueuesApi.Query.only("ehpc-1", List.of("ehpcq-1", "ehpcq-2"));
    try (Connected to = Connected.to(code(1101), LIST)) {
      to.api.queues().list(query);
      to.api.queues().list(query);

      assertThat(to.server.lines())
          .extracting(line -> line.substring(0, line.indexOf('?')))
          .containsExactly(
              "POST /api/queue/ehpc/getQueueList",
              "GET /api/queue/ehpc/getQueueList",
              "GET /api/queue/ehpc/getQueueList");
      assertThat(to.server.body(0)).contains("\"queue_ids\": [\"ehpcq-1\", \"ehpcq-2\"]");
      assertThat(to.server.lines().getLast()).contains("&queue_ids=ehpcq-1%2Cehpcq-2&");
    }
  }

  @Test
  void q18_startAndRestartAreSpeltCorrectlyAndNotTriedOtherwise() throws Exception {
    try (Connected to = Connected.to(code(1101), ACCEPTED)) {
      assertThatThrownBy(() -> to.api.clusters().start(ClustersApi.Ids.of("ehpc-1")))
          .isInstanceOf(BadRequestException.class);
      to.api.nodes().restart(new NodesApi.Restart("ehpc-1", List.of("cln-1")));

      assertThat(to.server.lines()).hasSize(2);
      assertThat(to.server.lines().get(0)).startsWith("POST /api/cluster/startCluster?");
      assertThat(to.server.lines().get(1)).startsWith("POST /api/cluster/restartNodes?");
    }
  }

  @Test
  void q19_pathsBeginWithOneSlash() throws Exception {
    for (EndpointIndexTest.Indexed each : EndpointIndexTest.index()) {
      assertThat(each.path()).startsWith("/").doesNotContain("//");
    }
    try (Connected to = Connected.to(ACCEPTED)) {
      URI slash = URI.create(to.server.endpoint() + "/");
      ApiOptions options = ApiOptions.of(slash, Connected.KEY, "jn1a");
      EhpcApi.connect(options).users().add(Requests.user());

      assertThat(to.server.lines().getFirst()).startsWith("POST /api/user/addUser?");
    }
  }

  @Test
  void q23_oddIdsAreEncodedOnceAndNeverTakenForTemplates() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.api.nodes().list(new NodesApi.Query("a b+{c}&d=%2F,中*~", 0, 100));

      assertThat(to.server.lines().getFirst())
          .contains("&cluster_id=a%20b%2B%7Bc%7D%26d%3D%252F%2C%E4%B8%AD%2A~&");
    }
  }

  @Test
  void q25_typesAreThoseOfTheExamples() throws Exception {
    try (Connected to =
        Connected.to(
            json(
                "{\"ret_code\": 0, \"job_id\": \"j-1\", \"hpc_cluster_id\": \"e\","
                    + " \"hpcqueue_id\": \"q\"}"))) {
      to.api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "1"));
      to.api.clusters().resize(ClustersApi.Resize.of("ehpc-1", "login", 2, 4096));
      to.api.clusters().create(Requests.cluster());
      to.api.sharedQueues().unbind(SharedQueuesApi.Unbind.of("hpc-1", "hpcq-1"));

      assertThat(to.server.body(0)).contains("\"node_count\": \"1\"");
      assertThat(to.server.body(1)).contains("\"cpu\": 2, \"memory\": \"4096\"");
      assertThat(to.server.body(2)).contains("\"cluster_conf\": {\"cluster\": {");
      assertThat(to.server.body(3)).contains("\"cluster_id\": [\"hpc-1\"]");
    }
  }

  @Test
  void q29_whatIsRequiredHereAndOptionalThereIsAlwaysSent() throws Exception {
    try (Connected to = Connected.to(ACCEPTED)) {
      to.api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "1"));

      assertThat(to.server.body(0)).contains("\"node_role\": \"compute\", \"node_count\": \"1\"");
    }
    try (Connected to = Connected.to(LIST)) {
      to.listNodes();

      assertThat(to.server.lines().getFirst()).contains("&cluster_id=ehpc-qmmvigwe&");
    }
  }

  @Test
  void q30_valuesAreThoseOfTheReferenceAndNotItsMisprints() throws Exception {
    try (Connected to = Connected.to(json("{\"ret_code\": 0, \"queue_id\": \"hpcq-2\"}"))) {
      to.api.sharedQueues().bind(SharedQueuesApi.Bind.hourly("hpc-1", "q", "hpcqt-1"));
      to.api.sharedQueues().bind(SharedQueuesApi.Bind.months("hpc-1", "q", "hpcqt-1", 70, false));

      assertThat(to.server.body(0)).contains("\"paid_type\": \"PayForUsed\"");
      assertThat(to.server.body(1))
          .contains("\"paid_type\": \"Reserved\", \"duration\": 70, \"is_auto_renewal\": 0");
    }
  }

  @Test
  void q32_unbindHasAPathOfItsOwn() throws Exception {
    try (Connected to = Connected.to(json("{\"ret_code\": 0}"))) {
      to.api.sharedQueues().unbind(SharedQueuesApi.Unbind.of("hpc-1", "hpcq-1"));

      assertThat(to.server.lines().getFirst()).startsWith("POST /api/queue/unbindPrivateQueue?");
    }
  }

  @Test
  void q34_directionIsSentAsANumber() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.api.clusters().list(ClustersApi.Query.of("usr-1", Listing.first().descending()));
      to.api.clusters().list(ClustersApi.Query.of("usr-1", Listing.first().ascending()));
      to.api.clusters().list(CLUSTERS);

      assertThat(to.server.lines().get(0)).contains("&reverse=1&");
      assertThat(to.server.lines().get(1)).contains("&reverse=0&");
      assertThat(to.server.lines().get(2)).doesNotContain("reverse");
    }
  }

  @Test
  void chineseTextSurvivesInBodiesAndQueries() throws Exception {
    try (Connected to = Connected.to(json("{\"ret_code\": 0, \"queue_set\": []}"))) {
      Listing listing = Listing.first().searching("默认\uD83D\uDE00");
      to.api.clusters().list(ClustersApi.Query.of("usr-1", listing));
      to.api.queues().list(new QueuesApi.Query("ehpc-1", null, null, listing));

      assertThat(to.server.lines().get(0)).contains("&search_word=%E9%BB%98%E8%AE%A4%F0%9F%98%80&");
      assertThat(to.server.body(1)).contains("\"search_word\": \"\\u9ed8\\u8ba4\\ud83d\\ude00\"");
    }
  }

  private static Dialect nodeListFirst() {
    return new Dialect(Dialect.DeleteKey.NODE_LIST, null);
  }

  private static String sign(Credentials key, Map<String, String> params) {
    return Signer.sign(key, "GET", "/api/cluster/list", params, new byte[0], Connected.AT);
  }
}
