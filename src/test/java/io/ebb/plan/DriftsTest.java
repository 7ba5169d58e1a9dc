package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Drift.Weight;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DriftsTest {
  private final Fixture cluster = Fixture.of(6, 6);
  private final Plan plan = cluster.plan(cluster.compute(1, 5));

  @Test
  void nothingDiffersAtOnce() {
    assertThat(Drifts.of(plan, cluster.snapshot()).nodes()).isEmpty();
  }

  @Test
  void eachNodeIsWeighedByItsGravestDifference() {
    drift();

    Drifts drifts = Drifts.of(plan, cluster.snapshot());

    assertThat(drifts.nodes())
        .extracting(node -> node.target().host() + " " + node.weight())
        .containsExactly("node1 BENIGN", "node2 RECONFIRM", "node3 RECONFIRM", "node4 BLOCKING");
    assertThat(drifts.of(Weight.BLOCKING).getFirst().text())
        .isEqualTo("it was active and is stopped now; it is updating");
  }

  @Test
  void whatNobodyHasConfirmedIsLeftOutWithTheReason() {
    drift();
    Drifts drifts = Drifts.of(plan, cluster.snapshot());

    assertThat(drifts.confirming(Set.of("cln-node2")).unconfirmed())
        .isEqualTo(
            Map.of("cln-node3", "it was active and is stopped now, and nobody has confirmed it"));
    assertThat(drifts.confirming(Set.of()).unconfirmed())
        .containsOnlyKeys("cln-node2", "cln-node3");
  }

  @Test
  void whatSomebodyHasConfirmedIsNoDriftAnyMore() {
    drift();

    assertThat(Drifts.of(plan, cluster.snapshot()).confirming(Set.of("cln-node2")).accepted())
        .singleElement()
        .satisfies(accepted ->
            assertThat(Drift.of(accepted, plan.options(), cluster.snapshot())).isEmpty());
  }

  /// One is gone, two are stopped, one is stopped and changing.
  private void drift() {
    cluster.nodes.remove(cluster.host("node1"));
    cluster.replace(Fixture.changing(cluster.host("node2"), "stopped", "", "healthy"));
    cluster.replace(Fixture.changing(cluster.host("node3"), "stopped", "", "healthy"));
    cluster.replace(Fixture.changing(cluster.host("node4"), "stopped", "updating", "healthy"));
  }
}
