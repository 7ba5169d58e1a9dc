package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.AmbiguousException;
import io.ebb.api.ApiOptions;
import io.ebb.api.AuthException;
import io.ebb.api.BadRequestException;
import io.ebb.api.ConflictException;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.NotFoundException;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.HandClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the simulated service, over real HTTP.
final class EhpcTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";
  private static final String BATCH = "ehpcq-z0pdsjch";
  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
  private static final String[] ONE_OF_EACH = {
    "/cluster/listNodes", "/queue/ehpc/getQueueList", "/job/list", "/operation"
  };

  private final HandClock world = new HandClock(START);
  private final Simulator sim =
      Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
  private final EhpcApi api = connect(sim, sim.secretKey());
  private final Ehpc ehpc = new Ehpc(api);

  @AfterEach
  void close() {
    sim.close();
  }

  @Test
  void clustersAreListed() {
    assertThat(ehpc.clusters())
        .containsExactly(new Cluster(CLUSTER, "气象模拟集群", "ehpc", "active", "slurm", 34));
  }

  @Test
  void clusterIsFoundById() {
    assertThat(ehpc.cluster(CLUSTER).name()).isEqualTo("气象模拟集群");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> ehpc.cluster("ehpc-nowhere"))
        .satisfies(failure -> assertThat(failure.resource()).isEqualTo("cluster ehpc-nowhere"));
  }

  @Test
  void snapshotIsOneCallOfEachKindAndNothingElse() {
    Snapshot snapshot = ehpc.snapshot(CLUSTER);

    assertThat(paths()).containsExactly(ONE_OF_EACH);
    assertThat(api.calls()).isEqualTo(4);
    assertThat(snapshot.nodes()).hasSize(34);
    assertThat(snapshot.queues()).hasSize(2);
    assertThat(snapshot.jobs()).hasSize(8);
    assertThat(snapshot.operations()).isEmpty();
  }

  @Test
  void snapshotOfALargeClusterPages(@TempDir Path folder) throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("large.yaml"),
            """
            clusters:
              - id: ehpc-large001
                queues: [{partition: batch, default: true}]
                nodes:
                  - {role: login, serials: 1}
                  - {role: controller, serials: 1}
                  - {serials: 1-230, queue: batch}
            """);
    try (Simulator large = Simulator.start(Scenario.load(scenario), SimOptions.defaults())) {
      Snapshot snapshot = new Ehpc(connect(large, large.secretKey())).snapshot("ehpc-large001");

      assertThat(snapshot.nodes()).hasSize(232).doesNotHaveDuplicates();
      assertThat(large.calls()).hasSize(6);
    }
  }

  @Test
  void nodesKnowTheirQueueByTheQueueList() {
    List<Node> nodes = ehpc.nodes(CLUSTER);

    assertThat(nodes)
        .filteredOn(node -> node.role() != Role.COMPUTE)
        .hasSize(2)
        .allMatch(node -> node.queue() == null);
    assertThat(nodes).filteredOn(node -> BATCH.equals(node.queue())).hasSize(24);
    assertThat(node("node11").health()).isEqualTo("unhealthy");
    assertThat(node("node19").name()).isEqualTo("大内存节点19");
  }

  @Test
  void runningJobsNameTheirHostsAndQueue() {
    assertThat(ehpc.runningJobs(CLUSTER))
        .filteredOn(job -> job.name().equals("wrf-d01"))
        .singleElement()
        .satisfies(job -> {
          assertThat(job.hosts()).containsExactlyInAnyOrder("node1", "node2");
          assertThat(job.queue()).isEqualTo(BATCH);
          assertThat(job.user()).isEqualTo("zhangwei");
          assertThat(job.startedAt()).isEqualTo(START.minus(Duration.ofHours(5)));
        });
    assertThat(ehpc.jobs(CLUSTER)).hasSizeGreaterThan(8);
  }

  @Test
  void nodesLeaveTheirQueueAndComeBack() {
    List<Node> two = List.of(node("node3"), node("node5"));

    String left = ehpc.removeFromQueue(CLUSTER, BATCH, two);
    assertThat(ehpc.snapshot(CLUSTER).operations())
        .singleElement()
        .satisfies(operation -> {
          assertThat(operation.id()).isEqualTo(left);
          assertThat(operation.action()).isEqualTo("HpcQueueRemoveEhpcQueueNodes");
          assertThat(operation.resources()).contains(CLUSTER, BATCH, two.getFirst().id());
        });
    world.advance(Duration.ofSeconds(10));
    assertThat(node("node3").queue()).isNull();

    ehpc.addToQueue(CLUSTER, BATCH, two);
    world.advance(Duration.ofSeconds(10));
    assertThat(node("node3").queue()).isEqualTo(BATCH);
  }

  @Test
  void deletedNodesAreGone() {
    Node node = node("node3");

    String operation = ehpc.deleteNodes(CLUSTER, List.of(node, node));
    assertThat(node("node3").transition()).isEqualTo("deleting");
    world.advance(Duration.ofMinutes(2));

    assertThat(ehpc.nodes(CLUSTER)).extracting(Node::id).doesNotContain(node.id());
    assertThat(ehpc.operations(CLUSTER, START))
        .singleElement()
        .satisfies(logged -> {
          assertThat(logged.id()).isEqualTo(operation);
          assertThat(logged.successful()).isTrue();
        });
  }

  @Test
  void addedNodesJoin() {
    ehpc.addNodes(CLUSTER, Role.COMPUTE, 2);
    world.advance(Duration.ofMinutes(2));

    assertThat(ehpc.nodes(CLUSTER)).hasSize(36);
  }

  @Test
  void operationsAreNewestFirstAndEndAtSince() {
    String first = ehpc.removeFromQueue(CLUSTER, BATCH, List.of(node("node3")));
    world.advance(Duration.ofMinutes(10));
    String second = ehpc.deleteNodes(CLUSTER, List.of(node("node3")));

    assertThat(ehpc.operations(CLUSTER, START))
        .extracting(Operation::id)
        .containsExactly(second, first);
    assertThat(ehpc.operations(CLUSTER, START.plusSeconds(60)))
        .extracting(Operation::id)
        .containsExactly(second);
    assertThat(ehpc.operations("ehpc-other", START)).isEmpty();
  }

  @Test
  void lostReplyToADeletionIsAmbiguousAndTheDeletionWasSentOnce() {
    Node node = node("node3");
    sim.inject(Fault.next("/cluster/deleteNodes", new FaultKind.ResetAfter()));

    assertThatExceptionOfType(AmbiguousException.class)
        .isThrownBy(() -> ehpc.deleteNodes(CLUSTER, List.of(node)))
        .satisfies(failure -> assertThat(failure.subject().nodes()).containsExactly(node.id()));

    assertThat(paths()).filteredOn("/cluster/deleteNodes"::equals).hasSize(1);
    assertThat(ehpc.operations(CLUSTER, START)).hasSize(1);
  }

  @Test
  void invariantsOfTheServiceAreConflicts() {
    List<Node> login = ehpc.nodes(CLUSTER).stream().filter(n -> n.role() == Role.LOGIN).toList();

    assertThatThrownBy(() -> ehpc.deleteNodes(CLUSTER, login))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("ret_code 1400");
  }

  @Test
  void noNodesAtAllAreRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> ehpc.deleteNodes(CLUSTER, List.of()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> ehpc.removeFromQueue(CLUSTER, BATCH, List.of()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> ehpc.addToQueue(CLUSTER, BATCH, List.of()))
        .isInstanceOf(BadRequestException.class);
    assertThat(paths()).isEmpty();
  }

  /// The login node has serial 1 too: sent to a queue, it would hit node1.
  @Test
  void q12_serialsOfOtherRolesAreNeverSent() {
    Node login = node("login1");
    int before = sim.calls().size();

    assertThatThrownBy(() -> ehpc.removeFromQueue(CLUSTER, BATCH, List.of(login)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("nodes login1");
    assertThat(sim.calls()).hasSize(before);
  }

  @Test
  void q12_nodesAreGivenByIdOrHostAndSentAsWhatEachEndpointWants() {
    String id = node("node3").id();
    List<Node> two = ehpc.nodes(CLUSTER, NodeSet.parse(id + ",node5"));

    assertThat(two).extracting(Node::host).containsExactly("node3", "node5");
    ehpc.removeFromQueue(CLUSTER, BATCH, two);
    world.advance(Duration.ofSeconds(10));
    assertThat(ehpc.nodes(CLUSTER, NodeSet.parse(id)).getFirst().queue()).isNull();
    ehpc.deleteNodes(CLUSTER, two);
    world.advance(Duration.ofMinutes(2));
    assertThatThrownBy(() -> ehpc.nodes(CLUSTER, NodeSet.parse(id + ",node1")))
        .isInstanceOf(NoSuchNodeException.class)
        .hasMessageContaining(id);
  }

  @Test
  void rolesAndCountsThatCannotBeAddedAreRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> ehpc.addNodes(CLUSTER, Role.CONTROLLER, 1))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("only compute and login nodes");
    for (int count : new int[] {-1, 0, 100}) {
      assertThatThrownBy(() -> ehpc.addNodes(CLUSTER, Role.COMPUTE, count))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("from 1 to 99");
    }
    assertThatThrownBy(() -> ehpc.restartNodes(CLUSTER, List.of()))
        .isInstanceOf(BadRequestException.class);
    assertThat(paths()).isEmpty();
  }

  @Test
  void wrongSecretIsToldAsSuch() {
    Ehpc wrong = new Ehpc(connect(sim, "WRONG"));

    assertThatExceptionOfType(AuthException.class)
        .isThrownBy(() -> wrong.snapshot(CLUSTER))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(1200));
  }

  @Test
  void unknownClusterIsNotFound() {
    assertThatThrownBy(() -> ehpc.snapshot("ehpc-nowhere")).isInstanceOf(NotFoundException.class);
  }

  private Node node(String host) {
    return ehpc.nodes(CLUSTER).stream()
        .filter(node -> node.host().equals(host))
        .min(Comparator.comparing(Node::id))
        .orElseThrow();
  }

  private List<String> paths() {
    return sim.calls().stream().map(Call::path).toList();
  }

  private static EhpcApi connect(Simulator sim, String secret) {
    return EhpcApi.connect(
        ApiOptions.of(sim.endpoint(), new Credentials(sim.accessKey(), secret), sim.zone())
            .withOwner("usr-ebbsim01"));
  }
}
