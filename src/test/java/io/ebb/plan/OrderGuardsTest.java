package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.Rule;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Compute nodes 1 to 4 are in queue `batch`, 5 and 6 in queue `long`.
final class OrderGuardsTest {
  private final Fixture cluster = Fixture.of(4, 6);
  private Limits limits = Limits.defaults();
  private Set<String> held = Set.of();

  @Test
  void idleNodesOutsideAllQueuesAreRestarted() {
    outside("node1", "node2");

    assertThat(found(restart("node1", "node2", "login1"))).isEmpty();
  }

  @Test
  @Rule(2)
  void everythingWrongWithARestartIsSaidAtOnce() {
    outside("node1", "node2");
    cluster.jobs.add(Fixture.job("j5", "q-batch", "node1"));
    cluster.operations.add(Fixture.pending("HpcClusterRestartClusterNodes", "cln-node2"));
    limits = limits.withProtectedNodes(Set.of("node3"));
    Order order =
        new Order.Restart(
            Fixture.CLUSTER,
            List.of(
                cluster.host("node1"),
                cluster.host("node2"),
                cluster.host("node3"),
                cluster.host("controller1"),
                Fixture.node(Role.COMPUTE, 99, null)));

    assertThat(found(order))
        .containsExactly(
            "targets: gone from cluster ehpc-1: node99",
            "roles: a controller, or of a role this version does not know: controller1",
            "jobs: in a queue, where a job may start at any moment: node3",
            "jobs: node1 may be used by running job 5",
            "protected: protected: node3",
            "in flight: operation j-1 (HpcClusterRestartClusterNodes) goes on at node2");
  }

  @Test
  @Rule(1)
  void serialThatTwoNodesHaveNamesNeither() {
    cluster.nodes.add(
        new Node("cln-new", 2, "node2", "", Role.COMPUTE, null, "active", "", "", "", 1, 1, null));

    assertThat(found(leave("batch", "node1", "node2")))
        .containsExactly("targets: another node is listed with the same serial: node2");
  }

  @Test
  void jobThatNamesNoHostMayUseANodeInNoQueue() {
    outside("node1");
    cluster.jobs.add(Fixture.job("j5", "q-long"));

    assertThat(found(restart("node1"))).containsExactly("jobs: node1 may be used by running job 5");
  }

  @Test
  @Rule(1)
  void nodeWhoseSerialIsAnotherByNowIsNotTheOneThatWasMeant() {
    Node before = cluster.host("node1");
    cluster.replace(
        new Node(
            before.id(), 9, "node9", "", Role.COMPUTE, null, "active", "", "", "", 1, 1, null));

    assertThat(found(new Order.Restart(Fixture.CLUSTER, List.of(before))))
        .containsExactly("targets: gone from cluster ehpc-1: node1");
  }

  @Test
  void noNodeAtAllIsNoOrder() {
    assertThat(found(restart())).containsExactly("targets: no node is given");
    assertThat(found(leave("batch"))).containsExactly("targets: no node is given");
  }

  @Test
  void busyNodeDoesNotMoveFromQueueToQueueButMayComeBack() {
    cluster.jobs.add(Fixture.job("j5", "q-batch", "node1", "node2"));
    outside("node2");

    assertThat(found(join("long", "node1", "node2")))
        .containsExactly("jobs: node1 may be used by running job 5");
  }

  @Test
  void onlyComputeNodesThatAreNotProtectedMove() {
    limits = limits.withProtectedNodes(Set.of("node1")).withKeepPerQueue(4);

    assertThat(found(join("long", "node1", "login1")))
        .containsExactly(
            "roles: no compute node: login1",
            "protected: protected: node1",
            "keep: queue batch would keep 3 usable nodes, the limit is 4");
  }

  @Test
  void runningJobsAreNoHindranceToLeaving() {
    cluster.jobs.add(Fixture.job("j5", "q-batch"));

    assertThat(found(leave("batch", "node1", "node2"))).isEmpty();
  }

  @Test
  void onlyMembersLeaveAndOnlyUnprotectedOnes() {
    limits = limits.withProtectedNodes(Set.of("cln-node1"));

    assertThat(found(leave("batch", "node1", "node5")))
        .containsExactly("targets: not in queue batch: node5", "protected: protected: node1");
  }

  @Test
  @Rule(16)
  void someQueueKeepsANodeThatNobodyElseTakes() {
    outside("node5");
    held = Set.of("cln-node6");

    assertThat(found(leave("batch", "node1", "node2", "node3", "node4")))
        .containsExactly("queue remains: no queue would have a compute node left; one must");
  }

  @Test
  @Rule(8)
  void queueKeepsWhatTheLimitsSayBesideWhatOthersTake() {
    limits = limits.withKeepPerQueue(2);
    held = Set.of("cln-node4");

    assertThat(found(leave("batch", "node1"))).isEmpty();
    assertThat(found(leave("batch", "node1", "node2")))
        .containsExactly("keep: queue batch would keep 1 usable nodes, the limit is 2");
  }

  @Test
  void changeOfAQueueIsAwaited() {
    cluster.queueTransition = "updating";

    assertThat(found(leave("batch", "node1")))
        .containsExactly("in flight: queue batch is updating");
    outside("node1");
    assertThat(found(join("batch", "node1"))).containsExactly("in flight: queue batch is updating");
  }

  @Test
  void emptyQueueThatNobodyNeedsIsDeleted() {
    assertThat(found(new Order.QueueDeletion(Fixture.CLUSTER, empty())))
        .containsExactly("targets: queue empty is gone from cluster ehpc-1");
    outside("node5", "node6");

    assertThat(found(new Order.QueueDeletion(Fixture.CLUSTER, queue("long")))).isEmpty();
  }

  @Test
  void queueWithNodesOrJobsOrNodesThatMayComeBackStays() {
    outside("node5");
    cluster.jobs.add(new Job("j7", "7", "", "pending", "q-long", Set.of(), "ann", Fixture.NOW));
    held = Set.of("cln-node5");

    assertThat(found(new Order.QueueDeletion(Fixture.CLUSTER, queue("long"))))
        .containsExactly(
            "targets: queue long still has nodes: node6",
            "jobs: jobs run or wait that are, or may be, of queue long: 7",
            "in flight: another run has node5 in work, which may have to go back into queue long");
  }

  @Test
  void nodesAreAddedUnlessTheWholeClusterIsChanging() {
    Order order = new Order.Addition(Fixture.CLUSTER, Role.COMPUTE, 2);
    cluster.operations.add(Fixture.pending("HpcClusterAddClusterNodes", Fixture.CLUSTER));
    assertThat(found(order)).isEmpty();

    cluster.operations.add(Fixture.pending("HpcClusterStopCluster", Fixture.CLUSTER));
    assertThat(found(order))
        .containsExactly(
            "in flight: operation j-1 (HpcClusterStopCluster) goes on at the whole cluster");
  }

  @Test
  void violationsOfOrdersDoNotSpeakOfOverrides() {
    limits = limits.withProtectedNodes(Set.of("node1"));

    assertThat(check(leave("batch", "node1")).getFirst().plainText())
        .isEqualTo("protected (rule 14): protected: node1; leave it out, or lift its protection");
  }

  private void outside(String... hosts) {
    cluster.hosts(hosts).forEach(node -> cluster.replace(node.in(null)));
  }

  private Order restart(String... hosts) {
    return new Order.Restart(Fixture.CLUSTER, cluster.hosts(hosts));
  }

  private Order join(String queue, String... hosts) {
    return new Order.Joining(Fixture.CLUSTER, queue(queue), cluster.hosts(hosts));
  }

  private Order leave(String queue, String... hosts) {
    return new Order.Leaving(Fixture.CLUSTER, queue(queue), cluster.hosts(hosts));
  }

  private static Queue queue(String label) {
    return new Queue("q-" + label, label, label, false, "", List.of());
  }

  private static Queue empty() {
    return queue("empty");
  }

  private List<Violation> check(Order order) {
    return OrderGuards.check(order, cluster.snapshot(), held, limits);
  }

  private List<String> found(Order order) {
    return check(order).stream()
        .map(violation -> violation.guard().label() + ": " + violation.problem())
        .toList();
  }
}
