package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Nothing is destroyed while too many of the remaining nodes are unhealthy (rule 9).
final class BrakeTest {
  private final Fixture cluster = Fixture.of(4, 10); // and a login node and a controller

  @Test
  void moreThanTheShareAndMoreThanTheNumberForbid() {
    unhealthy(5, 9);
    assertThat(cluster.plan(cluster.compute(1, 2)).violations())
        .extracting(Violation::text)
        .containsExactly(
            "brake (rule 9): 5 of 10 other nodes unhealthy, and the limit is 45% or 3; something is"
                + " wrong with the cluster; find out why, and wait until they are well; or override"
                + " it with --override brake=REASON, in a script with the option overrides");
  }

  @Test
  void lessThanTheShareIsBorne() {
    unhealthy(5, 8);
    assertThat(cluster.plan(cluster.compute(1, 2)).violations()).isEmpty();
  }

  @Test
  void aFewAreBorneHoweverLargeTheirShare() {
    Fixture small = Fixture.of(2, 4);
    for (String host : new String[] {"node3", "node4", "login1"}) {
      small.replace(Fixture.changing(small.host(host), "active", "", "unhealthy"));
    }
    RetireOptions options =
        RetireOptions.defaults().withLimits(Limits.defaults().withKeepPerRole(0));

    assertThat(small.plan(small.hosts("node1"), options).violations()).isEmpty();
  }

  @Test
  void theUnhealthyNodesThemselvesMayGo() {
    unhealthy(1, 8);
    Plan plan = cluster.plan(cluster.compute(1, 8));

    assertThat(plan.violations()).isEmpty();
    assertThat(Guards.again(cluster.snapshot(), cluster.hosts("node1"), plan))
        .as("those of later batches do not count either")
        .isEmpty();
  }

  @Test
  void aClusterThatFallsIllMeanwhileStopsTheRun() {
    Plan plan = cluster.plan(cluster.compute(1, 2));
    unhealthy(5, 9);

    assertThat(Guards.again(cluster.snapshot(), cluster.hosts("node1"), plan))
        .extracting(Violation::guard)
        .containsExactly(Guard.BRAKE);
  }

  @Test
  void stoppedNodesAreUnwellAndNewOnesAreNot() {
    for (int serial = 5; serial <= 9; serial++) {
      cluster.replace(Fixture.changing(cluster.host("node" + serial), "pending", "", ""));
    }
    assertThat(cluster.plan(cluster.compute(1, 2)).violations()).isEmpty();
    for (int serial = 5; serial <= 9; serial++) {
      cluster.replace(Fixture.changing(cluster.host("node" + serial), "stopped", "", ""));
    }
    assertThat(cluster.plan(cluster.compute(1, 2)).violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.BRAKE);
  }

  @Test
  void theStricterBrakeHolds() {
    Limits one = Limits.defaults().withBrake(new Brake(20, 9));
    Limits other = Limits.defaults().withBrake(new Brake(60, 1));

    assertThat(one.strictest(other).brake()).isEqualTo(new Brake(20, 1));
    assertThatThrownBy(() -> new Brake(101, 1)).hasMessageContaining("101%");
  }

  private void unhealthy(int from, int to) {
    for (int serial = from; serial <= to; serial++) {
      cluster.replace(Fixture.changing(cluster.host("node" + serial), "active", "", "unhealthy"));
    }
  }
}
