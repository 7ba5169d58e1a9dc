package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BudgetGuardTest {
  private final Fixture cluster = Fixture.of(4, 8);

  @Test
  void aPlanThatTheHourHoldsIsAllowed() {
    int needed = plan().forecast().calls();
    cluster.budget = new Budget(2000, 1900 - needed, 100, null);

    assertThat(plan().applicable()).isTrue();
    assertThat(plan().budget()).isEqualTo(cluster.budget);
    assertThat(text()).contains("about %d calls of %d left".formatted(needed, needed + 100));
  }

  @Test
  void oneCallMoreThanTheHourHoldsIsRefusedNamingTheOverride() {
    int needed = plan().forecast().calls();
    cluster.budget = new Budget(2000, 1901 - needed, 100, null);

    assertThat(plan().applicable()).isFalse();
    assertThat(plan().batches()).isEmpty();
    assertThat(plan().violations())
        .singleElement()
        .extracting(Violation::text)
        .isEqualTo(
            ("budget (rule 2): about %d calls are needed, and this hour has room for %d: %,d of"
                    + " 2,000 are used, and 100 are kept for finishing; wait, or retire fewer"
                    + " nodes; or override it with --override budget=REASON, in a script with the"
                    + " option overrides")
                .formatted(needed, needed - 1, 1901 - needed));
  }

  @Test
  void oneIsSaidAsOne() {
    cluster.budget = new Budget(2, 1, 1, null);

    assertThat(plan().violations())
        .singleElement()
        .extracting(Violation::problem)
        .asString()
        .endsWith("1 of 2 is used, and 1 is kept for finishing");
  }

  @Test
  void anHourThatTheServiceCallsFullHoldsNoPlan() {
    cluster.budget = new Budget(2000, 3, 100, Fixture.NOW.plusSeconds(30));

    assertThat(plan().violations())
        .singleElement()
        .extracting(Violation::problem)
        .asString()
        .endsWith(
            "the service says that the quota is used up; calls go on at 2026-11-21T12:00:30Z");
  }

  @Test
  void anOverrideWithAReasonIsToldAndAllowsThePlan() {
    cluster.budget = new Budget(2000, 1900, 100, null);
    RetireOptions options =
        RetireOptions.defaults().withOverride(Guard.BUDGET, " the rack loses power at 5 ");

    Plan plan = cluster.plan(cluster.compute(1, 4), options);

    assertThat(plan.applicable()).isTrue();
    assertThat(plan.batches()).isNotEmpty();
    assertThat(plan.options().overrides()).containsEntry(Guard.BUDGET, "the rack loses power at 5");
    assertThat(plan.lines())
        .filteredOn(line -> line.label().equals("override"))
        .singleElement()
        .extracting(Line::text)
        .asString()
        .startsWith("budget: about ")
        .endsWith("because: the rack loses power at 5");
    assertThat(Guards.again(plan, cluster.budget)).isEmpty();
  }

  @Test
  void anOverrideThatIsNotNeededIsNotTold() {
    RetireOptions options = RetireOptions.defaults().withOverride(Guard.BUDGET, "in case");

    assertThat(cluster.plan(cluster.compute(1, 4), options).lines())
        .noneMatch(line -> line.label().equals("override"));
  }

  @Test
  void otherGuardsStillForbidAPlanThatOverridesTheBudget() {
    RetireOptions options = RetireOptions.defaults().withOverride(Guard.BUDGET, "in case");

    assertThat(cluster.plan(cluster.compute(1, 8), options).applicable()).isFalse();
  }

  @Test
  void ofALongPlanOnlyTheFirstHourCounts() {
    Instant now = Fixture.NOW;
    Instant end = now.plus(Duration.ofHours(3));

    assertThat(new Forecast(3000, end, end).callsInFirstHour(now)).isEqualTo(1000);
    assertThat(new Forecast(30, now.plusSeconds(60), end).callsInFirstHour(now)).isEqualTo(30);
  }

  @Test
  void whatWasLeftMayBeGoneWhenThePlanIsApplied() {
    Plan plan = plan();

    assertThat(Guards.again(plan, cluster.budget)).isEmpty();
    assertThat(Guards.again(plan, new Budget(2000, 1999, 100, null)))
        .extracting(Violation::guard)
        .isEqualTo(List.of(Guard.BUDGET));
  }

  private Plan plan() {
    return cluster.plan(cluster.compute(1, 4));
  }

  private String text() {
    return plan().lines().getLast().text();
  }
}
