package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.Budget;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GuardsTest {
  private final Fixture cluster = Fixture.of(4, 6);

  @Test
  void idleNodesOfAHealthyClusterPass() {
    assertThat(cluster.plan(cluster.compute(1, 5)).violations()).isEmpty();
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    List<Node> targets = new ArrayList<>(cluster.compute(1, 6));
    targets.addAll(cluster.hosts("controller1", "node2"));
    targets.add(Fixture.node(Role.COMPUTE, 99, null));
    targets.add(Fixture.node(Role.OTHER, 1, null));
    cluster.jobs.add(Fixture.job("j5", "q-long"));
    cluster.operations.add(Fixture.pending("HpcClusterRestartClusterNodes", "cln-node3"));
    RetireOptions options =
        RetireOptions.defaults()
            .withDrain(Duration.ZERO)
            .withLimits(
                Limits.defaults().withMaxNodes(2).withProtectedNodes(Set.of("node1", "cln-node4")));

    cluster.budget = new Budget(2000, 1899, 100, null);
    for (int serial = 11; serial <= 14; serial++) {
      cluster.nodes.add(
          Fixture.changing(Fixture.node(Role.LOGIN, serial, null), "active", "", "unhealthy"));
    }

    Plan plan = cluster.plan(targets, options);

    assertThat(plan.violations()).extracting(Violation::guard).contains(Guard.values());
    assertThat(plan.applicable()).isFalse();
    assertThat(plan.batches()).isEmpty();
  }

  @Test
  void everyViolationNamesRuleNodesAndRemedy() {
    Plan plan = cluster.plan(cluster.compute(1, 6));

    assertThat(plan.violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.ROLE_REMAINS, Guard.QUEUE_REMAINS, Guard.KEEP);
    assertThat(plan.violations().getFirst().text())
        .isEqualTo(
            "role remains (rule 16): no compute node would be left; each role must keep one;"
                + " leave at least one compute node out");
    assertThat(plan.violations().getFirst().hosts())
        .containsExactly("node1", "node2", "node3", "node4", "node5", "node6");
  }

  @Test
  void anEmptySetIsRefusedInAClearSentence() {
    assertThat(cluster.plan(List.of()).violations())
        .extracting(Violation::problem)
        .containsExactly("no node to retire");
  }

  @Test
  void nodesInNoQueueDoNotSaveTheLastQueue() {
    cluster.nodes.add(Fixture.node(Role.COMPUTE, 7, null));

    assertThat(cluster.plan(cluster.compute(1, 6)).violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.QUEUE_REMAINS);
  }

  @Test
  void aNodeInNoQueueMayGoWhenNoQueueHasNodes() {
    Fixture bare = Fixture.of(0, 0);
    bare.nodes.add(Fixture.node(Role.COMPUTE, 1, null));
    bare.nodes.add(Fixture.node(Role.COMPUTE, 2, null));

    assertThat(bare.plan(bare.hosts("node1")).violations()).isEmpty();
  }

  @Test
  void theLastLoginNodeStays() {
    assertThat(cluster.plan(cluster.hosts("login1")).violations())
        .extracting(Violation::guard)
        .contains(Guard.ROLE_REMAINS);
  }

  @Test
  void nodesBeingDeletedAreGoneAlready() {
    cluster.replace(Fixture.changing(cluster.host("node6"), "active", "deleting", "healthy"));

    assertThat(cluster.plan(cluster.compute(1, 5)).violations())
        .extracting(Violation::guard)
        .contains(Guard.ROLE_REMAINS, Guard.QUEUE_REMAINS);
  }

  @Test
  void nodesLeavingTheirQueueDoNotSaveIt() {
    cluster.operations.add(
        Fixture.pending("HpcQueueRemoveEhpcQueueNodes", Fixture.CLUSTER, "q-x", "cln-node6"));

    assertThat(cluster.plan(cluster.compute(1, 5)).violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.QUEUE_REMAINS);
  }

  @Test
  void onlyUsableNodesCountForTheLimits() {
    cluster.replace(Fixture.changing(cluster.host("node6"), "active", "", "unhealthy"));

    assertThat(cluster.plan(cluster.compute(1, 5)).violations())
        .extracting(Violation::problem)
        .containsExactly("compute would keep 0 usable nodes, the limit is 1");
  }

  @Test
  void eachTouchedQueueKeepsWhatTheLimitSays() {
    Limits limits = Limits.defaults().withKeepPerQueue(2);

    assertThat(cluster.plan(cluster.compute(1, 3), options(limits)).violations())
        .extracting(Violation::problem)
        .containsExactly("queue batch would keep 1 usable nodes, the limit is 2");
  }

  @Test
  void aRunTakesNoMoreThanItsShare() {
    Limits limits = Limits.defaults().withMaxPercent(50);

    assertThat(cluster.plan(cluster.compute(1, 3), options(limits)).violations()).isEmpty();
    assertThat(cluster.plan(cluster.compute(1, 4), options(limits)).violations())
        .extracting(Violation::problem)
        .containsExactly("one run would take 4 of 6 compute nodes, the limit is 50%");
  }

  @Test
  void aForeignOperationOnTheQueueHoldsBack() {
    cluster.operations.add(Fixture.pending("HpcQueueAddEhpcQueueNodes", "q-batch", "cln-node9"));

    assertThat(cluster.plan(cluster.hosts("node1")).violations())
        .extracting(Violation::problem)
        .containsExactly("operation j-1 (HpcQueueAddEhpcQueueNodes) goes on at node1");
    assertThat(cluster.plan(cluster.hosts("node5")).violations()).isEmpty();
  }

  @Test
  void anOperationOnTheWholeClusterHoldsBack() {
    cluster.operations.add(Fixture.pending("HpcClusterStopCluster", Fixture.CLUSTER));

    assertThat(cluster.plan(cluster.hosts("node1")).violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.IN_FLIGHT);
  }

  @Test
  void aQueueThatIsChangingForbids() {
    cluster.queueTransition = "updating";

    assertThat(cluster.plan(cluster.hosts("node1")).violations())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.guard()).isEqualTo(Guard.IN_FLIGHT);
          assertThat(violation.problem()).isEqualTo("queue batch is updating");
        });
  }

  @Test
  void addingNodesDoesNotHoldBack() {
    cluster.operations.add(Fixture.pending("HpcClusterAddClusterNodes", Fixture.CLUSTER));

    assertThat(cluster.plan(cluster.hosts("node1")).violations()).isEmpty();
  }

  @Test
  void runningJobsForbidOnlyWhenNobodyWaits() {
    cluster.jobs.add(Fixture.job("j8812", "q-batch", "node1"));

    assertThat(cluster.plan(cluster.hosts("node1")).violations()).isEmpty();
    assertThat(
            cluster
                .plan(
                    cluster.hosts("node1", "node2"),
                    RetireOptions.defaults().withDrain(Duration.ZERO))
                .violations())
        .extracting(Violation::problem)
        .containsExactly("node1 may be used by running job 8812");
  }

  private static RetireOptions options(Limits limits) {
    return RetireOptions.defaults().withLimits(limits);
  }
}
