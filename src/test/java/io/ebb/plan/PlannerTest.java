package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.Rule;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private final Fixture cluster = Fixture.of(4, 8);

  @Test
  void aPlanIsData() {
    cluster.jobs.add(Fixture.job("j8812", "q-batch", "node2"));

    Plan plan = cluster.plan(cluster.hosts("node2", "node5"));

    assertThat(plan.id()).matches("[0-9a-f]{4}");
    assertThat(plan.title()).isEqualTo("retire 2 of 8 compute nodes of ehpc-1: node[2,5]");
    assertThat(plan.targets())
        .containsExactly(
            new Target(
                "cln-node2", "node2", 2, Role.COMPUTE, "q-batch", "active", List.of("j8812")),
            new Target("cln-node5", "node5", 5, Role.COMPUTE, "q-long", "active", List.of()));
    assertThat(plan.madeAt()).isEqualTo(Fixture.NOW);
    assertThat(plan.expiresAt()).isEqualTo(Fixture.NOW.plus(Duration.ofHours(1)));
    assertThat(plan).isEqualTo(cluster.plan(cluster.hosts("node2", "node5")));
  }

  @Test
  @Rule(11)
  void aBatchLeavesEachQueueOnceThenDrainsDeletesAndVerifies() {
    RetireOptions options = RetireOptions.defaults().withBatch(Batches.parse("all"));

    Plan plan = cluster.plan(cluster.hosts("node1", "node5", "node2"), options);

    List<String> all = List.of("cln-node1", "cln-node5", "cln-node2");
    assertThat(plan.batches())
        .containsExactly(
            new Batch(
                1,
                all,
                List.of(
                    new Step.Leave("q-batch", List.of("cln-node1", "cln-node2")),
                    new Step.Leave("q-long", List.of("cln-node5")),
                    new Step.Drain(all, Duration.ofHours(1), OnDeadline.KEEP),
                    new Step.Delete(all),
                    new Step.Verify(all, Duration.ofMinutes(5)))));
  }

  @Test
  void aLoginNodeIsNeitherFencedNorDrained() {
    cluster.nodes.add(Fixture.node(Role.LOGIN, 2, null));

    Plan plan = cluster.plan(cluster.hosts("login2"));

    assertThat(plan.title()).isEqualTo("retire 1 of 2 login nodes of ehpc-1: login2");
    assertThat(plan.batches().getFirst().steps())
        .hasOnlyElementsOfTypes(Step.Delete.class, Step.Verify.class);
  }

  @Test
  void aNodeInNoQueueLeavesNone() {
    cluster.nodes.add(Fixture.node(Role.COMPUTE, 9, null));

    assertThat(cluster.plan(cluster.hosts("node9")).batches().getFirst().steps())
        .hasOnlyElementsOfTypes(Step.Drain.class, Step.Delete.class, Step.Verify.class);
    assertThat(cluster.plan(cluster.hosts("node9")).lines())
        .extracting(Line::text)
        .contains(
            "none: the nodes are in no queue, so that a job which names no host may use them");
  }

  @Test
  void aPlanIsAsOldAsItsSnapshot() {
    Plan late =
        Planner.retire(
            cluster.snapshot(),
            cluster.hosts("node1"),
            RetireOptions.defaults(),
            cluster.budget,
            Fixture.NOW.plus(Duration.ofMinutes(59)));

    assertThat(late.expiresAt()).isEqualTo(Fixture.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void theForecastIsFinite() {
    Forecast forecast = cluster.plan(cluster.compute(1, 4)).forecast();

    assertThat(forecast.calls()).isBetween(20, 40);
    assertThat(Duration.between(forecast.earliest(), forecast.latest()))
        .as("three batches, each of which may drain for an hour")
        .isEqualTo(Duration.ofHours(3));
  }

  @Test
  void aPlanReadsLineByLine() {
    cluster.jobs.add(Fixture.job("j8812", "q-batch", "node2"));

    assertThat(cluster.plan(cluster.compute(1, 4)).lines())
        .extracting(line -> line.label() + " | " + line.text())
        .element(1)
        .isEqualTo(
            "guard | no foreign operation pending · some queue keeps nodes · compute keeps 4 (limit"
                + " 1) · queue batch keeps 0 (limit 0)");
    assertThat(cluster.plan(cluster.compute(1, 4)).lines())
        .extracting(Line::label)
        .containsExactly(
            "plan " + plan().id(),
            "guard",
            "fence",
            "leave",
            "drain",
            "delete",
            "verify",
            "budget");
    assertThat(plan().lines())
        .extracting(Line::text)
        .contains(
            "leaving the queue: no new job can start there",
            "queue batch: node[1-4], 3 calls",
            "up to 1h a batch, then busy nodes go back to their queue; jobs run on node2",
            "node1, then node[2-3], then node4",
            "absent from queue and node list",
            "about 33 calls of 1,874 left this hour; 3m27s when no job is waited for, 3h3m27s at the latest");
  }

  @Test
  void aRefusedPlanShowsEveryReasonAndNoStep() {
    assertThat(cluster.plan(cluster.compute(1, 8)).lines())
        .extracting(Line::label)
        .doesNotContain("delete", "leave")
        .contains("refused");
  }

  @Test
  void aNodeThatIsNoTargetHasNoName() {
    assertThatThrownBy(() -> plan().target("cln-x")).hasMessageContaining("has no node cln-x");
  }

  private Plan plan() {
    return cluster.plan(cluster.compute(1, 4));
  }
}
