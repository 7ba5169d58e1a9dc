package io.ebb.cluster;

import static io.ebb.api.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.ApiOptions;
import io.ebb.api.BusyException;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.RawServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of replies that the simulated service does not give.
final class EhpcRepliesTest {
  private static final String CLUSTER = "ehpc-1";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String NODES =
      list(
          """
          {"node_id": "cln-1", "cluster_id": "cl-1", "server_id": 1, "role": "compute",
           "status": "active"}
          """);
  private static final String QUEUES = list("{\"hpcqueue_id\": \"ehpcq-1\", \"nodelist\": [1]}");
  private static final String NO_JOBS = json("{\"ret_code\": 0, \"total_count\": 0}");

  @Test
  void snapshotWithoutAnyNodeIsAFailedLook() throws IOException {
    try (RawServer server = RawServer.answering(json("{\"ret_code\": 0, \"total_count\": 0}"))) {
      assertThatThrownBy(() -> connect(server).snapshot(CLUSTER))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("list nodes (cluster ehpc-1)")
          .hasMessageContaining("no node at all");
    }
  }

  @Test
  void nodesAreCountedByASmallCallWhenTheServiceSaysHowMany() throws IOException {
    String item =
        "{\"node_id\": \"cln-1\", \"server_id\": 1, \"role\": \"compute\", \"status\": \"active\"}";
    String counted = json("{\"ret_code\": 0, \"total_count\": 802, \"items\": [" + item + "]}");
    String uncounted = json("{\"ret_code\": 0, \"items\": [" + item + "]}");
    try (RawServer server = RawServer.answering(counted, uncounted)) {
      Ehpc ehpc = connect(server);

      assertThat(ehpc.nodeCount(CLUSTER)).hasValue(802);
      assertThat(ehpc.nodeCount(CLUSTER)).isEmpty();
      assertThat(server.lines()).allSatisfy(line -> assertThat(line).contains("limit=1&"));
    }
  }

  @Test
  void operationThatIsNeitherPendingNorOverIsInTheSnapshotAtOneCall() throws IOException {
    String log = list(operation("j-1", "working", NOON, CLUSTER));
    try (RawServer server = RawServer.answering(NODES, QUEUES, NO_JOBS, log)) {
      Snapshot snapshot = connect(server).snapshot(CLUSTER);

      assertThat(snapshot.operations()).extracting(Operation::id).containsExactly("j-1");
      assertThat(server.lines()).hasSize(4);
      assertThat(server.lines().getLast()).doesNotContain("status=");
    }
  }

  @Test
  void q28_operationThatNamesTheClusterByItsAppCenterIdIsTheClusters() throws IOException {
    String log = list(operation("j-1", "pending", NOON, "cl-1"));
    try (RawServer server = RawServer.answering(NODES, QUEUES, NO_JOBS, log)) {
      assertThat(connect(server).snapshot(CLUSTER).operations())
          .singleElement()
          .satisfies(operation -> assertThat(operation.resources()).containsExactly(CLUSTER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cln-1", "ehpcq-1", "cl-1"})
  void operationThatNamesOnlyAPartOfTheClusterIsTheClusters(String part) throws IOException {
    String log =
        list(operation("j-1", "pending", NOON, part), operation("j-2", "pending", NOON, "cln-2"));
    try (RawServer server = RawServer.answering(log, NODES, QUEUES)) {
      assertThat(connect(server).operations(CLUSTER, NOON))
          .extracting(Operation::id)
          .containsExactly("j-1");
    }
  }

  @Test
  void operationsThatNameTheClusterCostOneCall() throws IOException {
    try (RawServer server = RawServer.answering(list(operation("j-1", "failed", NOON, CLUSTER)))) {
      assertThat(connect(server).operations(CLUSTER, NOON)).hasSize(1);
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void logThatIsOldestFirstAllTheSameIsReadToItsEnd() throws IOException {
    List<String> all =
        IntStream.range(0, 150)
            .mapToObj(n -> operation("j-" + n, "successful", NOON.plusSeconds(n), CLUSTER))
            .toList();
    try (RawServer server =
        RawServer.answering(page(150, all.subList(0, 100)), page(150, all.subList(99, 150)))) {
      assertThat(connect(server).operations(CLUSTER, NOON.plusSeconds(140)))
          .extracting(Operation::id)
          .hasSize(10)
          .contains("j-149");
    }
  }

  @Test
  void logThatIsNewestFirstIsReadAsFarAsAsked() throws IOException {
    List<String> newest =
        IntStream.range(0, 100)
            .mapToObj(n -> operation("j-" + n, "successful", NOON.minusSeconds(n), CLUSTER))
            .toList();
    try (RawServer server = RawServer.answering(page(5000, newest))) {
      assertThat(connect(server).operations(CLUSTER, NOON.minusSeconds(10))).hasSize(11);
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void operationIsFoundByItsIdWhateverItNames() throws IOException {
    try (RawServer server =
        RawServer.answering(
            list(
                operation("j-2", "pending", NOON, "cl-9"),
                operation("j-1", "working", NOON, "cl-9")))) {
      assertThat(connect(server).operation("j-1"))
          .hasValueSatisfying(found -> assertThat(found.pending()).isTrue());
      assertThat(server.lines())
          .singleElement()
          .asString()
          .contains("job_ids=j-1")
          .doesNotContain("resource_ids");
    }
  }

  @Test
  void q10_operationIsAskedForByTheOtherNameToo() throws IOException {
    String none = json("{\"ret_code\": 0, \"total_count\": 0}");
    try (RawServer server = RawServer.answering(none)) {
      assertThat(connect(server).operation("j-1")).isEmpty();
      assertThat(server.lines()).hasSize(2);
      assertThat(server.lines().getLast()).contains("&jobs=j-1");
    }
  }

  @Test
  void nodesAreRestartedByTheirIds() throws IOException {
    String accepted = json("{\"ret_code\": 0, \"job_id\": \"j-1\"}");
    try (RawServer server = RawServer.answering(NODES, QUEUES, accepted)) {
      Ehpc ehpc = connect(server);

      assertThat(ehpc.restartNodes(CLUSTER, ehpc.nodes(CLUSTER, NodeSet.parse("node1"))))
          .isEqualTo("j-1");
      assertThat(server.lines().getLast()).startsWith("POST /api/cluster/restartNodes?");
      assertThat(server.requests().getLast()).contains("\"node_ids\": [\"cln-1\"]");
    }
  }

  @Test
  void timeOfTheServiceIsOursUntilItRefusesOurs() throws IOException {
    String refusal =
        json(
            200,
            "{\"ret_code\": 1300, \"message\": \"expired\"}",
            "Date: Fri, 01 Jan 2100 00:00:00 GMT\r\n");
    try (RawServer server = RawServer.answering(NO_JOBS, refusal, NO_JOBS)) {
      Ehpc ehpc = connect(server);
      ehpc.runningJobs(CLUSTER);
      assertThat(ehpc.serviceTime()).isBefore(Instant.parse("2099-01-01T00:00:00Z"));

      ehpc.runningJobs(CLUSTER);
      assertThat(ehpc.serviceTime())
          .isBetween(
              Instant.parse("2100-01-01T00:00:00Z").minus(Duration.ofMinutes(1)),
              Instant.parse("2100-01-01T00:00:00Z").plus(Duration.ofMinutes(1)));
    }
  }

  private static Ehpc connect(RawServer server) {
    return new Ehpc(
        EhpcApi.connect(ApiOptions.of(server.endpoint(), new Credentials("KEY", "SECRET"), "z1")));
  }

  private static String operation(String id, String status, Instant created, String resources) {
    return """
    {"job_id": "%s", "status": "%s", "create_time": "%s", "resource_ids": "%s"}
    """
        .formatted(id, status, created, resources);
  }

  private static String list(String... items) {
    return page(items.length, Stream.of(items).toList());
  }

  private static String page(int total, List<String> items) {
    return json(
        items.stream()
            .collect(
                Collectors.joining(
                    ",", "{\"ret_code\": 0, \"total_count\": %d, \"queue_set\": [", "]}"))
            .replace("%d", String.valueOf(total)));
  }
}
