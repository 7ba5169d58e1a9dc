package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.Budget;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each guard has an override of its own, or says why it has none (rule 2).
final class OverrideTest {
  private static final RetireOptions OPTIONS = RetireOptions.defaults();

  @ParameterizedTest
  @MethodSource("io.ebb.plan.Guard#allOverridable")
  void whatIsOverriddenForbidsNothingAndIsTold(Guard guard) {
    Fixture cluster = violating();

    Plan plan = plan(cluster, OPTIONS.withOverride(guard, "the rack loses power"));

    assertThat(plan.violations()).extracting(Violation::guard).isNotEmpty().doesNotContain(guard);
    assertThat(plan.overrides(guard)).isTrue();
    assertThat(plan.lines())
        .filteredOn(line -> line.label().equals("override"))
        .allSatisfy(line ->
            assertThat(line.text())
                .startsWith(guard.label() + ": ")
                .endsWith("because: the rack loses power"));
  }

  @Test
  void allThatCanBeOverriddenTogetherAllowThePlan() {
    RetireOptions options = OPTIONS;
    for (Guard guard : Guard.allOverridable()) {
      options = options.withOverride(guard, "the rack loses power");
    }

    Fixture cluster = violating();
    Plan plan = plan(cluster, options);

    assertThat(plan.applicable()).isTrue();
    assertThat(Guards.again(cluster.snapshot(), cluster.hosts("node1", "node2"), plan)).isEmpty();
  }

  @Test
  void beforeADestructiveCallWhatIsNotOverriddenForbidsStill() {
    Fixture cluster = violating();
    Plan plan = plan(cluster, OPTIONS.withOverride(Guard.KEEP, "the rack loses power"));

    assertThat(Guards.again(cluster.snapshot(), cluster.hosts("node1", "node2"), plan))
        .extracting(Violation::guard)
        .containsExactly(Guard.PROTECTED, Guard.SIZE, Guard.BRAKE);
  }

  @Test
  void aViolationThatCanBeOverriddenSaysHow() {
    assertThat(plan(violating(), OPTIONS).violations())
        .extracting(Violation::text)
        .hasSize(6)
        .allMatch(text ->
            text.matches(
                ".*; or override it with --override (protected|jobs|keep|size|brake|budget)=REASON,"
                    + " in a script with the option overrides"));
  }

  @ParameterizedTest
  @EnumSource(names = {"TARGETS", "ROLES", "ROLE_REMAINS", "QUEUE_REMAINS", "IN_FLIGHT"})
  void whatCannotBeOverriddenSaysWhyAndWhatCan(Guard guard) {
    assertThat(Guard.allOverridable()).doesNotContain(guard);
    assertThatThrownBy(() -> OPTIONS.withOverride(guard, "I know"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "the guard %s cannot be overridden: .+; those that can be overridden are protected,"
                    .formatted(guard.label())
                + " jobs, keep, size, brake, budget");
  }

  @Test
  void anOverrideNeedsAReasonAndAGuard() {
    assertThatThrownBy(() -> OPTIONS.withOverride(Guard.BUDGET, "  "))
        .hasMessageStartingWith("overriding the guard budget needs a reason");
    assertThatThrownBy(() -> Guard.named("bugdet"))
        .hasMessageStartingWith("there is no guard \"bugdet\"; those that can be overridden are");
    assertThat(Guard.named("budget")).isEqualTo(Guard.BUDGET);
  }

  /// A cluster in which all that can be overridden is wrong.
  private static Fixture violating() {
    Fixture cluster = Fixture.of(3, 4);
    cluster.jobs.add(Fixture.job("j7", "q-batch", "node1"));
    cluster.budget = new Budget(2000, 1899, 100, null);
    for (int serial = 11; serial <= 15; serial++) {
      cluster.nodes.add(
          Fixture.changing(Fixture.node(Role.LOGIN, serial, null), "active", "", "unhealthy"));
    }
    return cluster;
  }

  private static Plan plan(Fixture cluster, RetireOptions options) {
    Limits limits =
        Limits.defaults().withKeepPerQueue(2).withMaxNodes(1).withProtectedNodes(Set.of("node2"));
    return cluster.plan(
        List.copyOf(cluster.hosts("node1", "node2")),
        options.withDrain(Duration.ZERO).withLimits(limits));
  }
}
