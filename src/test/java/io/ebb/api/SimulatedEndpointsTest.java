package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.CreatedCluster;
import io.ebb.api.wire.StoppedJobs;
import io.ebb.api.wire.SubmittedJob;
import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireJobDetail;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireOperation;
import io.ebb.api.wire.WireQueue;
import io.ebb.api.wire.WireQueueDetail;
import io.ebb.api.wire.WireUser;
import io.ebb.sim.HandClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole API against the simulated service, which has wire code of its own, written from the
/// same reference: the life of a dedicated and of a shared cluster.
final class SimulatedEndpointsTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";
  private static final String OWNER = "usr-ebbsim01";
  private static final Password PASSWORD = new Password("SecretWord(1)@");

  private final HandClock world = new HandClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final Simulator sim =
      Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
  private final Set<String> answered = new ConcurrentSkipListSet<>();
  private final EhpcApi api =
      EhpcApi.connect(
          ApiOptions.of(
                  sim.endpoint(), new Credentials(sim.accessKey(), sim.secretKey()), sim.zone())
              .withDialect(new Dialect(Dialect.DeleteKey.NODE_LIST, "jinan1"))
              .withListener(this::note));

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void everyEndpointIsSimulated() throws Exception {
    cluster();
    nodes();
    queues();
    jobs();
    users();
    sharedCluster();
    assertThat(api.software().list(new SoftwareApi.Query(0, 100)).items()).isNotEmpty();

    assertThat(answered)
        .isEqualTo(
            EndpointIndexTest.index().stream()
                .map(EndpointIndexTest.Indexed::key)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void cluster() {
    WireCluster cluster =
        api.clusters()
            .list(ClustersApi.Query.of(OWNER, Listing.first().inFull()).withType("ehpc"))
            .items()
            .getFirst();
    assertThat(cluster.clusterId()).isEqualTo(CLUSTER);
    assertThat(cluster.totalNodeCount()).isEqualTo(34);
    assertThat(cluster.runningJobCount()).isPositive();

    api.clusters().modify(new ClustersApi.Modify(CLUSTER, "新名字", "说明"));
    WireCluster renamed =
        api.clusters().list(new ClustersApi.Query(OWNER, CLUSTER, 0, 1)).items().getFirst();
    assertThat(renamed.clusterName()).isEqualTo("新名字");
    assertThat(renamed.description()).isEqualTo("说明");
  }

  private void nodes() {
    finish(api.nodes().add(new NodesApi.Add(CLUSTER, "compute", "2", "新节点", null)));
    List<WireNode> nodes = api.nodes().list(new NodesApi.Query(CLUSTER, 0, 100)).items();
    assertThat(nodes).hasSize(36);
    List<String> last = nodes.stream().map(WireNode::nodeId).toList().subList(34, 36);
    assertThat(
            api.nodes()
                .listInFull(new NodesApi.Query(CLUSTER, "active", Listing.first().inFull()))
                .items()
                .getFirst()
                .restartService())
        .contains("appctl restart");

    finish(api.nodes().restart(new NodesApi.Restart(CLUSTER, last)));
    finish(api.nodes().delete(new NodesApi.Delete(CLUSTER, last)));
    assertThat(api.nodes().list(new NodesApi.Query(CLUSTER, 0, 100)).totalCount()).isEqualTo(34);
  }

  private void queues() {
    String queue = api.queues().add(QueuesApi.Add.named(CLUSTER, "临时")).hpcqueueId();
    api.queues().rename(new QueuesApi.Rename(CLUSTER, queue, "队列甲"));
    finish(api.queues().addNodes(new QueuesApi.Members(CLUSTER, queue, List.of(32))));
    WireQueue listed =
        api.queues().list(QueuesApi.Query.only(CLUSTER, List.of(queue))).items().getFirst();
    assertThat(listed.name()).isEqualTo("队列甲");
    assertThat(listed.nodelist()).containsExactly(32);
    assertThat(listed.specDetail().getFirst().cpuNum()).isPositive();

    WireQueueDetail detail =
        api.sharedQueues().describe(new SharedQueuesApi.One(CLUSTER, queue)).items().getFirst();
    assertThat(detail.nodeList()).containsExactly(32);
    assertThat(detail.freeSlots()).isNull();
    finish(api.queues().removeNodes(new QueuesApi.Members(CLUSTER, queue, List.of(32))));
    finish(api.queues().delete(new QueuesApi.Delete(CLUSTER, List.of(queue))));
    assertThat(api.queues().list(QueuesApi.Query.only(CLUSTER, List.of(queue))).items()).isEmpty();
  }

  private void jobs() {
    SubmittedJob job = api.jobs().submit(NewJob.of(CLUSTER, "wang", "模拟", "sleep 1").withCores(2));
    assertThat(job.jobStatus()).isEqualTo("pending");
    WireJobDetail shown =
        api.jobs().detail(job.hpcjobUuid(), new JobsApi.In(CLUSTER)).items().getFirst();
    assertThat(shown.jobId()).isEqualTo(job.jobId());
    assertThat(shown.jobName()).isEqualTo("模拟");
    assertThat(shown.coreLimit()).isEqualTo(2);

    StoppedJobs stopped = api.jobs().stop(JobsApi.Ids.of(CLUSTER, job.hpcjobUuid()));
    assertThat(stopped.customCmdResult().getFirst().retCode()).isZero();
    assertThat(status(stopped.operation().orElseThrow())).as("at once").isEqualTo("successful");
    assertThat(api.jobs().listInFull(new JobsApi.Query(CLUSTER, "cancelled", 0, 100)).items())
        .extracting(WireJobDetail::hpcjobUuid)
        .contains(job.hpcjobUuid());
    api.jobs().delete(JobsApi.Ids.of(CLUSTER, job.hpcjobUuid()));
    assertThat(api.jobs().list(new JobsApi.Query(CLUSTER, "cancelled", 0, 100)).items())
        .noneMatch(each -> each.hpcjobUuid().equals(job.hpcjobUuid()));
  }

  private void users() {
    finish(api.users().add(new UsersApi.Add(CLUSTER, "xiaoming", PASSWORD, "700")));
    UsersApi.Query query = new UsersApi.Query(CLUSTER, null, Listing.first().searching("xiaoming"));
    assertThat(api.users().list(query).items())
        .singleElement()
        .extracting(WireUser::username)
        .isEqualTo("xiaoming");
    api.users().changePassword(new UsersApi.ChangePassword(CLUSTER, "xiaoming", PASSWORD));
    finish(api.users().delete(new UsersApi.Delete(CLUSTER, "xiaoming")));
    assertThat(api.users().list(query).items()).isEmpty();
  }

  private void sharedCluster() {
    String cluster = create();
    SharedQueuesApi shared = api.sharedQueues();
    SharedQueuesApi.Query all = new SharedQueuesApi.Query(cluster, 0, 100);
    int before = shared.list(all).items().size();
    String queue =
        shared.bind(SharedQueuesApi.Bind.hourly(cluster, "私有", "hpcqt-k2i40mpi")).hpcqueueId();
    assertThat(shared.list(all).items()).hasSize(before + 1);
    shared.unbind(SharedQueuesApi.Unbind.of(cluster, queue));
    assertThat(shared.list(all).items()).hasSize(before);

    ClustersApi.Ids ids = ClustersApi.Ids.of(cluster);
    finish(api.clusters().stop(ids));
    finish(api.clusters().start(ids));
    finish(api.clusters().resize(ClustersApi.Resize.of(cluster, "login", 4, 12288)).operation());
    finish(api.clusters().delete(new ClustersApi.Delete(List.of(cluster), OWNER)).operation());
    assertThat(api.clusters().list(new ClustersApi.Query(OWNER, cluster, 0, 1)).items()).isEmpty();
  }

  private String create() {
    ClusterConf.Shape shape =
        ClusterConf.Shape.shared("vxnet-1", "共享", new ClusterConf.Group(1, 1, 2048, null));
    ClusterConf.Env env = new ClusterConf.Env("admin", PASSWORD, "1", "1", null, null);
    CreatedCluster created =
        api.clusters()
            .create(
                NewCluster.shared(
                        "appv-1",
                        NewCluster.Account.of(OWNER, 1, 1),
                        new ClusterConf(shape, env, "appv-1"),
                        NewCluster.Contract.months(12, true))
                    .named("共享集群"));
    finish(created.operation());
    return created.cluster();
  }

  private void finish(Accepted accepted) {
    finish(accepted.operation());
  }

  private void finish(String operation) {
    assertThat(status(operation)).isEqualTo("pending");
    world.advance(Duration.ofMinutes(10));
    assertThat(status(operation)).isEqualTo("successful");
  }

  private String status(String operation) {
    return api.operations().list(OperationsApi.Query.withId(operation)).items().stream()
        .filter(each -> each.jobId().equals(operation))
        .map(WireOperation::status)
        .findFirst()
        .orElse("");
  }

  private void note(CallRecord call) {
    if (call.code() == 0 && call.failure().isEmpty()) {
      answered.add(call.method() + " " + call.path());
    }
  }
}
