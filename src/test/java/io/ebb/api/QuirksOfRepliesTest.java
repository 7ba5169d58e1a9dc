package io.ebb.api;

import static io.ebb.api.RawServer.code;
import static io.ebb.api.RawServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.DeletedClusters;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.ResizedCluster;
import io.ebb.api.wire.StoppedJobs;
import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireJobDetail;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireNodeDetail;
import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireQueue;
import io.ebb.api.wire.WireQueueDetail;
import io.ebb.api.wire.WireSharedQueue;
import io.ebb.api.wire.WireSoftware;
import io.ebb.api.wire.WireSpec;
import io.ebb.api.wire.WireUser;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/// The inconsistencies of the documentation, by their numbers in the reference: what is made of
/// what comes back. [QuirksOfRequestsTest] has those of what is sent.
final class QuirksOfRepliesTest {
  private static final String NODE =
      "\"node_id\": \"cln-1\", \"server_id\": 1, \"role\": \"compute\", \"status\": \"active\"";

  /// Records with fields of which the table and the example differ, and how to make one of each.
  private static final Map<String, Class<?>> RECORDS =
      Map.ofEntries(
          Map.entry("cluster", WireCluster.class),
          Map.entry("project", WireCluster.ProjectInfo.class),
          Map.entry("node", WireNodeDetail.class),
          Map.entry("queue", WireQueue.class),
          Map.entry("shared", WireSharedQueue.class),
          Map.entry("detail", WireQueueDetail.class),
          Map.entry("spec", WireSpec.class),
          Map.entry("job", WireJobDetail.class),
          Map.entry("lean job", WireJob.class),
          Map.entry("user", WireUser.class));

  private final Json json = new Json();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"action\": \"HpcQueueRmoveEhpcQueueNodesResponse\",",
        "\"action\": \"HpcClusterListClusterResponse\",",
        "\"action\": null,",
        "",
      })
  void q13_repliesNeverDependOnAction(String action) throws Exception {
    try (Connected to =
        Connected.to(json("{%s \"job_id\": \"j-1\", \"ret_code\": 0}".formatted(action)))) {
      assertThat(to.removeNode().operation()).isEqualTo("j-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ehpc-1\"", "[\"ehpc-1\"]"})
  void q14_clusterIdOfADeletionIsATextOrAnArray(String ids) {
    String reply = "{\"hpc_cluster_id\": %s, \"job_ids\": [\"j-1\"]}".formatted(ids);

    assertThat(read(reply, DeletedClusters.class).hpcClusterId()).containsExactly("ehpc-1");
    assertThat(read(reply, DeletedClusters.class).operation()).isEqualTo("j-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"job_id\": \"j-60tfxp7txad\"}",
        "{\"job_ids\": \"j-60tfxp7txad\"}",
        "{\"job_ids\": [\"j-60tfxp7txad\", \"j-other\"]}",
        "{\"job_id\": \"j-60tfxp7txad\", \"job_ids\": \"j-other\"}",
        "{\"job_id\": \"\", \"job_ids\": [\"j-60tfxp7txad\"]}",
        "{\"job_id\": null, \"job_uuid\": \"j-60tfxp7txad\"}",
      })
  void q17_operationIdIsFoundWhereverItStands(String reply) {
    assertThat(read(reply, Accepted.class).operation()).isEqualTo("j-60tfxp7txad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"job_id\": \"\"}", "{\"job_uuid\": \"hpcjob-1\"}"})
  void q17_jobUuidIsAnOperationOnlyWhenItLooksLikeOne(String reply) {
    assertThatThrownBy(() -> read(reply, Accepted.class))
        .hasMessageContaining("names no operation");
    assertThat(read(reply, StoppedJobs.class).operation()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster_set",
        "hpc_app_nodes_set",
        "hpc_queue_set",
        "queue_set",
        "queues_set",
        "hpc_job_set",
        "job_set",
        "user_set",
        "users_set",
        "detail",
      })
  void q20_listAndCountAreFoundUnderEveryName(String name) {
    for (String count : new String[] {"total_count", "total_sum"}) {
      String reply = "{\"%s\": 1, \"%s\": [{\"job_id\": \"j-1\"}]}".formatted(count, name);

      Page<WireOperation> page = read(reply, new TypeReference<Page<WireOperation>>() {});

      assertThat(page.items()).extracting(WireOperation::jobId).containsExactly("j-1");
      assertThat(page.totalCount()).isEqualTo(1);
    }
  }

  @Test
  void q21_fieldsNobodyKnowsAreIgnoredHoweverOdd() {
    String node =
        "{%s, \"root_user_id: \": \"usr-1\", \"unheard_of\": {\"a\": [null]}, \"\": 1}"
            .formatted(NODE);

    assertThat(read(node, WireNodeDetail.class).rootUserId()).isEqualTo("usr-1");
    assertThat(read(node, WireNode.class).nodeId()).isEqualTo("cln-1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "node, agent_insatlled, agent_installed",
        "node, health_chaeck, health_check",
        "node, chang_vxnet_service, change_vxnet_service",
        "node, custom_metadata_scrpit, custom_metadata_script",
        "node, delete_sanpshot_service, delete_snapshot_service",
        "node, e'ip_class, eip_class",
        "node, iass_agent_install, iaas_agent_installed",
        "node, moitor, monitor",
        "node, mulit_zone_policy, multi_zone_policy",
        "node, resatrt_service, restart_service",
        "node, status_times, status_time",
        "cluster, nas_mout_point, nas_mount_point",
        "cluster, toatl_node_count, total_node_count",
        "cluster, schedule_type, scheduler_type",
        "project, projet_role, project_role",
        "queue, upate_time, update_time",
        "queue, craete_time, create_time",
        "queue, spce_detail, spec_detail",
        "queue, partotion_name, partition_name",
        "shared, pice, price",
        "shared, ia_auto_renewal, is_auto_renewal",
        "shared, schedule_queue_name, scheduler_queue_name",
        "shared, upate_time, update_time",
        "shared, craete_time, create_time",
        "shared, spce_detail, spec_detail",
        "detail, schedule_queue_name, scheduler_queue_name",
        "detail, upate_time, update_time",
        "detail, craete_time, create_time",
        "detail, spce_detail, spec_detail",
        "spec, unit_men_size, unit_mem_size",
        "spec, hcpqueue_type_id, hpcqueue_type_id",
        "spec, craete_time, create_time",
        "job, root_use_id, root_user_id",
        "job, job_priorty, job_priority",
        "job, exec_swd, exec_cwd",
        "job, suspend_reson, suspend_reason",
        "job, resource, resources",
        "job, schedule_queue_name, scheduler_queue_name",
        "lean job, schedule_queue_name, scheduler_queue_name",
        "user, nas_mout_point, nas_mount_point",
      })
  void q22_fieldIsFoundByTheSpellingOfTheTableToo(String record, String table, String example) {
    Class<?> type = Objects.requireNonNull(RECORDS.get(record));
    boolean time = example.endsWith("_time");
    String found = time ? "2022-04-06T01:26:33Z" : "7";
    String value = example.endsWith("_detail") ? "{\"name\": 7}" : "\"" + found + "\"";

    for (String spelling : new String[] {table, example}) {
      String reply =
          "{%s, \"hpcqueue_id\": \"q\", \"nodelist\": [], \"job_id\": 1, \"username\": \"u\", \"%s\": %s}"
              .formatted(NODE, spelling, value);
      assertThat(String.valueOf(json.plain(read(reply, type)).get(example)))
          .as(spelling)
          .contains(found);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cln_2ediswnc", "cln-wx6w1ef2", "节点/1", "x"})
  void q23_idsAreOpaque(String id) {
    String node = "{%s}".formatted(NODE.replace("cln-1", id));

    assertThat(read(node, WireNode.class).nodeId()).isEqualTo(id);
  }

  @Test
  void q24_numbersAreReadWhateverTheyAreWrittenAs() {
    WireQueueDetail queue =
        read(
            "{\"free_slots\": \"\", \"avail_slots\": \"26\", \"njobs\": 3, \"npend\": \"none\","
                + " \"nrun\": null, \"nstop\": true, \"total_mems\": 80.0, \"total_gpus\": \"2.0\"}",
            WireQueueDetail.class);

    assertThat(queue.freeSlots()).isNull();
    assertThat(queue.availSlots()).isEqualTo(26);
    assertThat(queue.njobs()).isEqualTo(3);
    assertThat(queue.npend()).isNull();
    assertThat(queue.nrun()).isNull();
    assertThat(queue.nstop()).isEqualTo(1);
    assertThat(queue.totalMems()).isEqualTo(80);
    assertThat(queue.totalGpus()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "\"99999999999\"", "1e99", "\"1e999999999\"", "2.5", "{}"})
  void q24_whatIsNoWholeNumberIsNotCutToOne(String number) {
    String node = "{%s, \"memory\": %s}".formatted(NODE, number);

    assertThat(read(node, WireNode.class).memory()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"12.5, 12.5", "'\"12.5\"', 12.5", "3, 3.0", "'\"\"',", "null,", "'\"n/a\"',", "{},"})
  void q24_hoursAreReadWhateverTheyAreWrittenAs(String written, @Nullable Double hours) {
    String cluster = "{\"cluster_id\": \"ehpc-1\", \"cpu_hours\": %s}".formatted(written);

    assertThat(read(cluster, WireCluster.class).cpuHours()).isEqualTo(hours);
  }

  @Test
  void q24_emptyTextStandsForNoListAndNoObject() {
    WireCluster cluster =
        read(
            "{\"cluster_id\": \"ehpc-1\", \"cluster_sw\": \"\", \"app_cluster\": \"\"}",
            WireCluster.class);

    assertThat(cluster.clusterSw()).isEmpty();
    assertThat(cluster.appCluster()).isNull();
  }

  @Test
  void q24_numberOfANodeThatIsNotToldIsZero() {
    WireNode node =
        read(
            "{%s, \"cpu\": \"\", \"memory\": null, \"name\": null}".formatted(NODE),
            WireNode.class);

    assertThat(node.cpu()).isZero();
    assertThat(node.memory()).isZero();
    assertThat(node.name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"5\""})
  void q24_jobNumberIsANumberOrAText(String number) {
    WireJobDetail job =
        read(
            "{\"job_id\": %s, \"run_time\": %s, \"core_limit\": %s}"
                .formatted(number, number, number),
            WireJobDetail.class);

    assertThat(job.jobId()).isEqualTo("5");
    assertThat(job.runTime()).isEqualTo(5);
    assertThat(job.coreLimit()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"CDO\": {\"hpcsws\": [{\"sw_ver\": \"1.9\"}]}}",
        "[{\"sw_name\": \"CDO\", \"hpcsws\": [{\"sw_ver\": \"1.9\"}]}]",
        "[{\"sw_name\": \"CDO\", \"sw_ver\": \"1.9\"}]",
      })
  void q24_softwareIsAListOrAnObjectByName(String set) {
    Page<WireSoftware> page =
        read("{\"hpcsw_set\": %s}".formatted(set), new TypeReference<Page<WireSoftware>>() {});

    assertThat(page.items()).extracting(WireSoftware::key).containsExactly("CDO");
    assertThat(page.items().getFirst().hpcsws()).extracting("swVer").containsExactly("1.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"role\": \"login\", \"cpu\": \"2\"}", "[{\"role\": \"login\", \"cpu\": 2}]"})
  void q24_oneValueStandsForAListOfOne(String info) {
    String reply = "{\"job_id\": \"j-1\", \"resize_info\": %s}".formatted(info);

    assertThat(read(reply, ResizedCluster.class).resizeInfo())
        .singleElement()
        .satisfies(role -> assertThat(role.cpu()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"mem_size\": 80}", "[{\"mem_size\": \"80\"}]"})
  void q24_specOfAQueueIsAListOrAnObject(String spec) {
    String reply =
        "{\"hpcqueue_id\": \"q\", \"nodelist\": [], \"spec_detail\": %s}".formatted(spec);

    assertThat(read(reply, WireQueue.class).specDetail())
        .extracting(WireSpec::memSize)
        .containsExactly(80);
  }

  @Test
  void q24_jsonInsideOfTextsIsParsed() {
    StoppedJobs stopped =
        read(
            """
            {"custom_cmd_result": ["{\\"job_ids\\": \\"5\\", \\"ret_code\\": 0}"]}
            """,
            StoppedJobs.class);
    WireNodeDetail node =
        read(
            "{%s, \"extra_vxnets\": \"[\\\"vxnet-1\\\", \\\"vxnet-2\\\"]\"}".formatted(NODE),
            WireNodeDetail.class);

    assertThat(stopped.customCmdResult().getFirst().jobIds()).isEqualTo("5");
    assertThat(stopped.customCmdResult().getFirst().retCode()).isZero();
    assertThat(node.extraVxnets()).containsExactly("vxnet-1", "vxnet-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-04-06T01:26:33Z",
        "2022-04-06T01:26:33",
        "2022-4-6T1:26:33",
        "2022-04-06 01:26:33",
        "2022-04-06T01：26：33Z",
        "2022-04-06T01:26:33.000Z",
      })
  void q26_timesAreReadHoweverTheyAreWritten(String text) {
    String reply = "{\"job_id\": \"j-1\", \"create_time\": \"%s\"}".formatted(text);

    assertThat(read(reply, WireOperation.class).createTime())
        .isEqualTo(Instant.parse("2022-04-06T01:26:33Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"None\"", "\"2022-13-41T01:26:33Z\"", "\"yesterday\"", "7"})
  void q26_whatIsNoTimeIsNoTime(String value) {
    String reply = "{\"job_id\": \"j-1\", \"create_time\": %s}".formatted(value);

    assertThat(read(reply, WireOperation.class).createTime()).isNull();
  }

  @Test
  void q27_fieldsInsideAppClusterAreFoundAndThoseOfTheItemWin() {
    WireCluster nested =
        read(
            """
            {"app_cluster": {"cluster_id": "ehpc-1", "cluster_status": "stopped", "nas_id": "n",
              "toatl_node_count": "3", "running_job_count": 4, "cpu_hours": 1.5,
              "project_info": {"shared_status": "shared"}, "create_time": "2022-04-06T01:26:33Z"}}
            """,
            WireCluster.class);
    WireCluster both =
        read(
            "{\"cluster_id\": \"ehpc-1\", \"running_job_count\": 0,"
                + " \"app_cluster\": {\"cluster_id\": \"cl-1\", \"running_job_count\": 4}}",
            WireCluster.class);

    assertThat(nested.clusterId()).isEqualTo("ehpc-1");
    assertThat(nested.clusterStatus()).isEqualTo("stopped");
    assertThat(nested.nasId()).isEqualTo("n");
    assertThat(nested.totalNodeCount()).isEqualTo(3);
    assertThat(nested.runningJobCount()).isEqualTo(4);
    assertThat(nested.cpuHours()).isEqualTo(1.5);
    assertThat(nested.projectInfo()).hasSize(1);
    assertThat(nested.createTime()).isEqualTo(Instant.parse("2022-04-06T01:26:33Z"));
    assertThat(both.clusterId()).isEqualTo("ehpc-1");
    assertThat(both.runningJobCount()).isZero();
  }

  /// That it is never compared with the cluster asked for is tested at `io.ebb.cluster.Ehpc`.
  @Test
  void q28_clusterIdOfANodeIsThatOfTheAppCenter() {
    String node = "{%s, \"cluster_id\": \"cl-v0jpwmsr\"}".formatted(NODE);

    assertThat(read(node, WireNode.class).appClusterId()).isEqualTo("cl-v0jpwmsr");
    assertThat(read(node, WireNodeDetail.class).appClusterId()).isEqualTo("cl-v0jpwmsr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayForUesd", "PayForUsed", "先用后付"})
  void q30_valuesOfRepliesAreKeptAsTheyAre(String paidType) {
    String reply = "{\"cluster_id\": \"ehpc-1\", \"paid_type\": \"%s\"}".formatted(paidType);

    assertThat(read(reply, WireCluster.class).paidType()).isEqualTo(paidType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "exited", "stopped", "something new", "暂停"})
  void q31_statesOfJobsAreOpen(String state) {
    String reply = "{\"job_id\": 5, \"job_status\": \"%s\"}".formatted(state);

    assertThat(read(reply, WireJob.class).jobStatus()).isEqualTo(state);
    assertThat(read(reply, WireJobDetail.class).jobStatus()).isEqualTo(state);
  }

  @Test
  void q33_quotaIsToldAsSuchAndADependencyIsNoServiceUpdate() throws Exception {
    try (Connected to = Connected.to(code(2500))) {
      assertThatThrownBy(to::removeNode).isInstanceOf(QuotaException.class);
    }
    try (Connected to = Connected.to(code(5400))) {
      assertThatThrownBy(to::removeNode).isInstanceOf(ConflictException.class);
      assertThatThrownBy(to::listNodes).isInstanceOf(ConflictException.class);
      assertThat(to.server.requests()).as("never tried again").hasSize(2);
    }
  }

  @Test
  void chineseTextSurvivesInRepliesAndErrors() throws Exception {
    String escaped = "{\"job_id\": 5, \"job_name\": \"\\u6a21\\u62df\\ud83d\\ude00\"}";
    assertThat(read(escaped, WireJobDetail.class).jobName()).isEqualTo("模拟\uD83D\uDE00");
    try (Connected to =
        Connected.to(json("{\"ret_code\": 1400, \"message\": \"资源状态不允许\uD83D\uDE00\"}"))) {
      assertThatThrownBy(to::removeNode).hasMessageContaining("资源状态不允许\uD83D\uDE00");
    }
  }

  private <T> T read(String reply, Class<T> type) {
    return type.cast(json.read(json.tree(reply.getBytes(UTF_8)), type));
  }

  @SuppressWarnings("unchecked")
  private <T> Page<T> read(String reply, TypeReference<Page<T>> type) {
    return (Page<T>) json.read(json.tree(reply.getBytes(UTF_8)), type.getType());
  }
}
