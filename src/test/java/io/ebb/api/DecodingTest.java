package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireQueue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// Replies with the values of the documentation's examples, and the oddities they show.
final class DecodingTest {
  private static final TypeReference<Page<WireNode>> NODES = new TypeReference<>() {};
  private static final TypeReference<Page<WireQueue>> QUEUES = new TypeReference<>() {};

  private final Json json = new Json();

  @Test
  void clusterListIsRead() throws IOException {
    Page<WireCluster> page = read("clusters.json", new TypeReference<Page<WireCluster>>() {});

    WireCluster first = page.items().getFirst();
    assertThat(page.totalCount()).isEqualTo(2);
    assertThat(first.clusterId()).isEqualTo("ehpc-8jqdq0mz");
    assertThat(first.clusterName()).isEqualTo("测试集群");
    assertThat(first.clusterStatus()).isEqualTo("active");
    assertThat(first.schedulerType()).isEqualTo("slurm");
    assertThat(first.totalNodeCount()).isEqualTo(5);
  }

  @Test
  void nodeListIsRead() throws IOException {
    Page<WireNode> page = read("nodes.json", NODES);

    assertThat(page.items().getFirst())
        .isEqualTo(
            new WireNode(
                "cln-wx6w1ef2",
                "cl-v0jpwmsr",
                "登录节点1",
                "login",
                1,
                "active",
                "",
                "healthy",
                "172.20.0.2",
                1,
                2048,
                Instant.parse("2021-08-19T07:24:07Z")));
  }

  @Test
  void emptyTextsAndNullsOfNumbersAreZeroAndOfTextsEmpty() throws IOException {
    Page<WireNode> page = read("nodes.json", NODES);

    assertThat(page.items().getLast())
        .isEqualTo(
            new WireNode(
                "cln_2ediswnc",
                "",
                "",
                "compute",
                12,
                "active",
                "",
                "",
                "",
                0,
                0,
                Instant.parse("2021-08-19T07:24:07Z")));
  }

  @Test
  void queueListIsRead() throws IOException {
    Page<WireQueue> page = read("queues.json", QUEUES);

    WireQueue first = page.items().getFirst();
    assertThat(first.hpcqueueId()).isEqualTo("ehpcq-6cyb1096");
    assertThat(first.name()).isEqualTo("默认队列");
    assertThat(first.partitionName()).isEqualTo("normal");
    assertThat(first.nodelist()).containsExactly(1);
    assertThat(first.nodeInfo())
        .containsExactly(new WireQueue.Member(1, "计算节点1", "active", "ehpcq-6cyb1096"));
    assertThat(first.defaultQueue()).isEqualTo(1);
    WireQueue second = page.items().getLast();
    assertThat(second.partitionName()).isEqualTo("batch");
    assertThat(second.nodelist()).isEmpty();
    assertThat(second.transitionStatus()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"server_id\": 3, \"role\": \"compute\", \"status\": \"active\"}",
        "{\"node_id\": \"cln-1\", \"role\": \"compute\", \"status\": \"active\"}",
        "{\"node_id\": \"cln-1\", \"server_id\": 3, \"role\": null, \"status\": \"active\"}",
        "{\"node_id\": \"cln-1\", \"server_id\": 3, \"role\": \"compute\", \"status\": \"\"}",
      })
  void nodeThatDoesNotSayWhatItIsMakesTheListUnreadable(String node) {
    assertThatThrownBy(() -> page(tree("{\"hpc_app_nodes_set\": [%s]}".formatted(node)), NODES))
        .hasMessageContaining("a node lacks node_id, server_id, role or status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"nodelist\": [1, 2], \"node_info\": []",
        "\"nodelist\": [\"1\", \"2\"]",
        "\"nodelist\": null, \"node_info\": [{\"server_id\": 1}, {\"server_id\": 2}]",
        "\"nodelist\": [], \"node_info\": [{\"server_id\": 1}, {\"server_id\": 2}]",
      })
  void membersOfAQueueAreInItsNodelistOrElseInNodeInfo(String members) {
    assertThat(page(queue("\"hpcqueue_id\": \"ehpcq-1\", " + members), QUEUES).items())
        .singleElement()
        .extracting(WireQueue::nodelist)
        .isEqualTo(List.of(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hpcqueue_id\": \"ehpcq-1\"",
        "\"hpcqueue_id\": \"ehpcq-1\", \"nodelist\": [null]",
        "\"hpcqueue_id\": \"ehpcq-1\", \"nodelist\": [], \"node_info\": [{\"name\": \"a\"}]",
        "\"nodelist\": [1]",
      })
  void queueThatDoesNotSayItsMembersMakesTheListUnreadable(String fields) {
    assertThatThrownBy(() -> page(queue(fields), QUEUES)).isInstanceOf(JacksonException.class);
  }

  @Test
  void jobWithoutItsIdGoesByItsNumberAndOneWithoutEitherMakesTheListUnreadable() {
    TypeReference<Page<WireJob>> jobs = new TypeReference<>() {};

    assertThat(page(tree("{\"job_set\": [{\"job_id\": 5}, {\"job_id\": 6}]}"), jobs).items())
        .extracting(WireJob::key)
        .containsExactly("5", "6");
    assertThatThrownBy(() -> page(tree("{\"job_set\": [{\"job_name\": \"a\"}]}"), jobs))
        .hasMessageContaining("a job lacks hpcjob_uuid and job_id");
  }

  @Test
  void operationWithoutItsIdMakesTheListUnreadable() {
    assertThatThrownBy(() ->
            page(
                tree("{\"job_set\": [{\"status\": \"pending\"}]}"),
                new TypeReference<Page<WireOperation>>() {}))
        .hasMessageContaining("an operation lacks job_id");
  }

  @Test
  void jobListIsRead() throws IOException {
    Page<WireJob> page = read("jobs.json", new TypeReference<Page<WireJob>>() {});

    WireJob first = page.items().getFirst();
    assertThat(first.jobId()).as("q24: a number").isEqualTo("5");
    assertThat(first.startedTime()).isEqualTo(Instant.parse("2022-04-06T01:26:40Z"));
    assertThat(first.jobNodeList()).isEqualTo("[]");
    WireJob second = page.items().getLast();
    assertThat(second.jobId()).isEqualTo("8812");
    assertThat(second.hpcqueueId()).isEmpty();
    assertThat(second.startedTime()).isNull();
    assertThat(second.jobNodeList()).isEqualTo("[\"node1\",\"node3\"]");
  }

  @Test
  void operationLogIsRead() throws IOException {
    Page<WireOperation> page = read("operations.json", new TypeReference<Page<WireOperation>>() {});

    assertThat(page.items())
        .containsExactly(
            new WireOperation(
                "j-8ajjp28fps8",
                "HpcQueueRemoveEhpcQueueNodes",
                "successful",
                "",
                "ehpc-czkekzfz ehpcq-rg0vaycm cln-w1xufnk9",
                Instant.parse("2022-04-06T01:26:33Z"),
                Instant.parse("2022-04-06T01:26:40Z"),
                "队列移除节点",
                "usr-GxkSGFDs",
                "nscca-hpc1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"app_cluster\": []",
        "\"app_cluster\": [{\"cluster_id\": \"a\"}, 2]",
        "\"app_cluster\": \"none\"",
        "\"project_info\": \"none\"",
        "\"project_info\": [null, 1, [2]]",
        "\"cluster_sw\": \"slurm 20\"",
        "\"cluster_sw\": [null, \"slurm\"]",
        "\"app_cluster\": 0, \"project_info\": true, \"cluster_sw\": 1.5",
      })
  void oddPartsThatNobodyActsOnAreTakenForNone(String part) {
    String reply = "{\"ret_code\": 0, \"cluster_set\": [{\"cluster_id\": \"ehpc-1\", %s}]}";
    TypeReference<Page<WireCluster>> clusters = new TypeReference<>() {};

    WireCluster cluster = page(tree(reply.formatted(part)), clusters).items().getFirst();

    assertThat(cluster.clusterId()).isEqualTo("ehpc-1");
    assertThat(cluster.appCluster()).isNull();
    assertThat(cluster.projectInfo()).isEmpty();
    assertThat(cluster.clusterSw()).isEmpty();
    assertThat(json.page(reply.formatted(part).getBytes(UTF_8), clusters.getType())).isPresent();
  }

  @Test
  void oddSumsOfAQueueAreTakenForNone() {
    String sums = "\"hpcqueue_id\": \"ehpcq-1\", \"nodelist\": [], \"spec_detail\": [null, \"2C\"]";

    assertThat(page(queue(sums), QUEUES).items().getFirst().specDetail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[[]]", "[\"\"]"})
  void itemThatIsNullMakesTheListUnreadable(String items) {
    for (TypeReference<?> type :
        List.of(QUEUES, NODES, new TypeReference<Page<WireCluster>>() {})) {
      assertThatThrownBy(() ->
              json.read(
                  tree("{\"total_count\": 1, \"items\": %s}".formatted(items)), type.getType()))
          .isInstanceOf(JacksonException.class)
          .hasMessageNotContaining("NullPointer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"nodelist\": [null]", "\"nodelist\": [], \"node_info\": [null]"})
  void nullInPlaceOfANodeOfAQueueIsToldInWords(String members) {
    assertThatThrownBy(() -> page(queue("\"hpcqueue_id\": \"ehpcq-1\", " + members), QUEUES))
        .hasMessageContaining("a node of a queue is null");
  }

  @Test
  void countThatIsMissingIsNotZero() {
    Page<WireQueue> page = page(tree("{\"queue_set\": []}"), QUEUES);

    assertThat(page.totalCount()).isNull();
    assertThat(page.items()).isEmpty();
  }

  @Test
  void replyWithoutAListIsEmptyWhenItCountsNone() {
    String reply = "{\"total_count\": 0, \"queue_set\": null}";

    assertThat(page(tree(reply), QUEUES).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"queue_set\": null}", "{\"total_count\": 3}"})
  void replyWithoutAListIsNoEmptyList(String reply) {
    assertThatThrownBy(() -> page(tree(reply), QUEUES))
        .hasMessageContaining("the reply has no list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ret_code\": 0, \"total_count\": 1, \"queue_set\": [%s]}",
        "{\"queue_set\": [%s], \"total_count\": 1, \"new\": {\"ret_code\": 7}, \"ret_code\": \"0\"}",
      })
  void pageThatIsWellIsReadAtOnce(String reply) {
    String queue = "{\"hpcqueue_id\": \"ehpcq-1\", \"nodelist\": [], \"ret_code\": 9}";

    assertThat(json.page(reply.formatted(queue).getBytes(UTF_8), QUEUES.getType()))
        .contains(page(tree(reply.formatted(queue)), QUEUES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total_count\": 0, \"queue_set\": []}",
        "{\"ret_code\": 1400, \"total_count\": 0, \"queue_set\": []}",
        "{\"ret_code\": {\"a\": 0}, \"total_count\": 0, \"queue_set\": []}",
        "{\"ret_code\": 0, \"total_count\": 0, \"queue_set\": []} <p>",
        "{\"ret_code\": 0, \"total_count\": 0, \"queue_set\": [",
        "{\"ret_code\": 0}",
        "{\"total_count\": 0, \"queue_set\": [{\"ret_code\": 0, \"hpcqueue_id\": \"q\", \"nodelist\": []}]}",
        "[]",
        "0",
      })
  void anythingElseNeedsACloserLook(String reply) {
    assertThat(json.page(reply.getBytes(UTF_8), QUEUES.getType())).isEmpty();
  }

  @Test
  void requestsKeepTheOrderOfTheirFieldsAndLeaveOutNulls() {
    assertThat(json.fields(new JobsApi.Query("ehpc-1", null, 0, 100)))
        .containsExactly(
            Map.entry("cluster_id", "ehpc-1"), Map.entry("limit", 100), Map.entry("offset", 0));
    assertThat(json.fields(new QueuesApi.Members("ehpc-1", "ehpcq-1", List.of(2))).keySet())
        .containsExactly("cluster_id", "hpcqueue_id", "nodelist");
  }

  private <T> Page<T> read(String fixture, TypeReference<Page<T>> type) throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(fixture))) {
      byte[] reply = in.readAllBytes();
      Page<T> page = page(json.tree(reply), type);
      assertThat(json.page(reply, type.getType())).as("in a single reading").contains(page);
      return page;
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Page<T> page(JsonNode tree, TypeReference<Page<T>> type) {
    Type target = type.getType();
    return (Page<T>) json.read(tree, target);
  }

  private JsonNode queue(String fields) {
    return tree("{\"hpc_queue_set\": [{%s}]}".formatted(fields));
  }

  private JsonNode tree(String reply) {
    return json.tree(reply.getBytes(UTF_8));
  }
}
