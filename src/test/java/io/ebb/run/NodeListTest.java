package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.LogReading;
import io.ebb.cluster.Members;
import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Role;
import io.ebb.plan.Batches;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Call;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether all nodes are listed again between leaving and deletion, of a cluster that takes two
/// pages: one call counts them, two list them.
final class NodeListTest {
  private static final String LIST = "/cluster/listNodes";
  private static final int COUNT = 1;
  private static final int PAGES = 2;
  private static final Instant NOON = SimulatedCluster.START;
  private static final Set<String> MINE = Set.of("j-1", "j-2");

  private static final RetireOptions ALL =
      RetireOptions.defaults().withBatch(Batches.parse("all")).withDrain(Duration.ofMinutes(30));

  @Test
  void whatNothingCanHaveChangedIsCounted() {
    try (SimulatedCluster cluster = large()) {
      Plan plan = cluster.plan(ALL, "node3", "node130");

      Run run = cluster.runAtOnce(plan);

      assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(COUNT);
      assertThat(cluster.calls(LIST)).isEqualTo(PAGES + COUNT + PAGES);
    }
  }

  @Test
  void eachBatchIsCountedByTheListThatProvedTheOneBefore() {
    try (SimulatedCluster cluster = large()) {
      Run run =
          cluster.runAtOnce(cluster.plan(ALL.withBatch(Batches.parse("1")), "node3", "node4"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(LIST)).isEqualTo(PAGES + 2 * (COUNT + PAGES));
    }
  }

  static Stream<Arguments> othersDeeds() {
    return Stream.of(
        deed("deletes", (other, node) -> other.deleteNodes(SimulatedCluster.ID, List.of(node))),
        deed("adds", (other, _) -> other.addNodes(SimulatedCluster.ID, Role.COMPUTE, 1)),
        deed("restarts", (other, node) -> other.restartNodes(SimulatedCluster.ID, List.of(node))));
  }

  private static Arguments deed(String words, BiConsumer<Ehpc, Node> deed) {
    return Arguments.argumentSet(words, deed);
  }

  @ParameterizedTest
  @MethodSource("othersDeeds")
  void whatSomebodyElseIsChangingIsListed(BiConsumer<Ehpc, Node> deed) {
    try (SimulatedCluster cluster = large()) {
      Node node = cluster.node("node50").orElseThrow();
      cluster.atStep(Step.Leave.class, () -> deed.accept(cluster.others, node));

      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(PAGES);
    }
  }

  @Test
  void whatSomebodyElseHasChangedIsListed() {
    try (SimulatedCluster cluster = large()) {
      cluster.atStep(Step.Leave.class, () -> theirs(cluster, Duration.ofSeconds(2)));

      cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(PAGES);
    }
  }

  @Test
  void whatSomebodyElseBeganToChangeLongBeforeIsListed() {
    try (SimulatedCluster cluster = large()) {
      theirs(cluster, Duration.ofMinutes(5).plusSeconds(2));
      cluster.time.clock.advance(Duration.ofMinutes(5));

      cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(PAGES);
    }
  }

  @Test
  void whatSomebodyElseChangedWellBeforeIsCounted() {
    try (SimulatedCluster cluster = large()) {
      theirs(cluster, Duration.ofSeconds(2));
      cluster.time.clock.advance(Duration.ofMinutes(5));

      cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(COUNT);
    }
  }

  @Test
  void whatWasDeletedWithoutATraceInTheLogIsListed() {
    try (SimulatedCluster cluster = large()) {
      cluster.atStep(
          Step.Leave.class, () -> cluster.sim.world().deleteNode(SimulatedCluster.ID, "node50"));

      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(COUNT + PAGES);
    }
  }

  @Test
  void aTargetThatWasDeletedWithoutATraceIsNotDeletedAgain() {
    try (SimulatedCluster cluster = large()) {
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt) {
              cluster.onEntry = _ -> {};
              cluster.sim.world().deleteNode(SimulatedCluster.ID, "node3");
            }
          };

      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.nodes().getFirst().reason()).contains("deleted by somebody else");
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  @Test
  void whatIsOlderThanAMinuteIsListed() {
    Duration lasts = NodeList.INERTIA.plusMinutes(1);
    Scenario.Job job = Scenario.Job.running("job", "batch", List.of("node3")).endingIn(lasts);
    try (SimulatedCluster cluster = large(job)) {
      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(COUNT + PAGES);
    }
  }

  @Test
  void whatAChangeWithoutAnAnswerMayHaveChangedIsListed() {
    try (SimulatedCluster cluster = large()) {
      cluster.inject(SimulatedCluster.LEAVE, new FaultKind.ResetAfter());

      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(looks(cluster) * PAGES);
    }
  }

  @Test
  void whatThisProcessChangesOtherwiseIsListedWhateverTheLogTells() {
    try (SimulatedCluster cluster = large()) {
      Node node = cluster.node("node50").orElseThrow();
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt) {
              cluster.onEntry = _ -> {};
              refused(cluster, node);
            }
          };

      Run run = cluster.runAtOnce(cluster.plan(ALL, "node3"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(listingsBeforeDeletion(cluster)).isEqualTo(PAGES);
    }
  }

  @Test
  void anOperationOfOursThatTheLogDoesNotShowProvesTheLogOld() {
    NodeList list = listed();
    list.moved("j-1");
    list.moved("j-2");

    assertThat(list.holdsBy(log(ended("j-1"), ended("j-2")), NOON, MINE::contains)).isTrue();
    assertThat(list.holdsBy(log(ended("j-1")), NOON, MINE::contains)).isFalse();
  }

  @Test
  void anOperationOfOursThatGoesOnOrFailedVouchesForNothing() {
    NodeList list = listed();
    list.moved("j-1");

    assertThat(list.holdsBy(log(operation("j-1", "working", NOON)), NOON, MINE::contains))
        .isFalse();
    assertThat(list.holdsBy(log(operation("j-1", "failed", NOON)), NOON, MINE::contains)).isFalse();
  }

  @Test
  void whatGoesOnVouchesForNothingHoweverLongItDoes() {
    Instant before = NOON.minusSeconds(1);

    assertThat(listed().holdsBy(log(operation("j-9", "failed", before)), NOON, MINE::contains))
        .isTrue();
    assertThat(listed().holdsBy(log(operation("j-9", "working", before)), NOON, MINE::contains))
        .isFalse();
    assertThat(listed().holdsBy(log(operation("j-1", "working", before)), NOON, MINE::contains))
        .isFalse();
  }

  @Test
  void anOperationWithoutTimesIsNotKnownToBeOld() {
    NodeList list = listed();

    assertThat(list.holdsBy(log(operation("j-9", "successful", null)), NOON, MINE::contains))
        .isFalse();
  }

  @Test
  void aServiceThatDoesNotCountIsNoProof() {
    assertThat(listed().counts(OptionalInt.empty())).isFalse();
    assertThat(listed().counts(OptionalInt.of(1))).isFalse();
    assertThat(listed().counts(OptionalInt.of(0))).isTrue();
  }

  private static NodeList listed() {
    return new NodeList(
        new Looks.Listed(new Members(SimulatedCluster.ID, List.of(), List.of(), NOON), Set.of()),
        0);
  }

  private static LogReading log(Operation... operations) {
    return new LogReading(List.of(operations), Instant.MIN);
  }

  private static Operation ended(String id) {
    return operation(id, "successful", NOON);
  }

  private static Operation operation(String id, String status, @Nullable Instant at) {
    return new Operation(id, SimulatedCluster.LEAVE_ACTION, status, List.of(), "", at, at);
  }

  /// Somebody's operation on node50, which leaves it as it was.
  private static void theirs(SimulatedCluster cluster, Duration takes) {
    cluster
        .sim
        .world()
        .startOperation(
            SimulatedCluster.ID, "HpcClusterRestartClusterNodes", List.of("node50"), takes);
  }

  /// A change that the service refuses, so that the log does not tell of it.
  private static void refused(SimulatedCluster cluster, Node node) {
    assertThatExceptionOfType(EhpcException.class)
        .isThrownBy(
            () -> cluster.ehpc.addToQueue(SimulatedCluster.ID, "ehpcq-none", List.of(node)));
  }

  /// Nodes 1 to 98 are in queue batch, 100 to 131 in vis.
  private static SimulatedCluster large(Scenario.Job... jobs) {
    return new SimulatedCluster(
        SimulatedCluster.cluster("1-98", "100-131", List.of(jobs)), SimOptions.defaults());
  }

  /// Each look reads the queues once.
  private static long looks(SimulatedCluster cluster) {
    return beforeDeletion(cluster, "/queue/ehpc/getQueueList");
  }

  /// How many calls list nodes between leaving and deletion.
  private static long listingsBeforeDeletion(SimulatedCluster cluster) {
    return beforeDeletion(cluster, LIST);
  }

  private static long beforeDeletion(SimulatedCluster cluster, String path) {
    List<String> paths = cluster.sim.calls().stream().map(Call::path).toList();
    return paths
        .subList(paths.indexOf(SimulatedCluster.LEAVE), paths.lastIndexOf(SimulatedCluster.DELETE))
        .stream()
        .filter(path::equals)
        .count();
  }
}
