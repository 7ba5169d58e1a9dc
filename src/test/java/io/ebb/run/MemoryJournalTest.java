package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.Budget;
import io.ebb.plan.Forecast;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MemoryJournalTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void runsAreNumberedByDay() {
    assertThat(journal.begin(plan(), NOON)).isEqualTo("r-2026-11-21-001");
    assertThat(journal.begin(plan(), NOON)).isEqualTo("r-2026-11-21-002");
    assertThat(journal.begin(plan(), NOON.plusSeconds(86_400))).isEqualTo("r-2026-11-22-001");
  }

  @Test
  void entriesKeepTheirOrder() {
    String run = journal.begin(plan(), NOON);
    Entry first = new Entry.Receipt(NOON, 1, "j-1", NOON);
    Entry second = new Entry.Concluded(NOON, 1, "happened");

    journal.write(run, first);
    journal.write(run, second);

    assertThat(journal.entries(run)).containsExactly(new Entry.Began(NOON, plan()), first, second);
  }

  @Test
  void anUnknownRunIsNamed() {
    assertThatThrownBy(() -> journal.entries("r-x")).hasMessageContaining("r-x");
  }

  private static Plan plan() {
    return new Plan(
        "7f3a",
        "",
        "ehpc-1",
        Map.of(),
        List.of(),
        RetireOptions.defaults(),
        List.of(),
        List.of(),
        new Forecast(0, NOON, NOON),
        new Budget(2000, 0, 100, null),
        NOON,
        NOON);
  }
}
