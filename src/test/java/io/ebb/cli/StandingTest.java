package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Plan;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.RunQuery;
import io.ebb.run.SqlJournal;
import io.ebb.text.Palette;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What `ebb show` tells of a run at some point of it.
final class StandingTest {
  private final SimulatedPlans plans = new SimulatedPlans();
  private final Journal journal = SqlJournal.inMemory(InstantSource.system());

  @AfterEach
  void close() {
    plans.close();
    journal.close();
  }

  private String text(String run, Instant now) {
    return new StandingText(Palette.PLAIN, OptionalInt.of(120)).of(Standing.of(run, journal, now));
  }

  @Test
  void tellsWhatItWaitsForSinceWhenAndUntilWhenAtTheLatest() {
    Plan plan = plans.retire("node[1,5]");
    Instant begun = plan.madeAt();
    Lease run = journal.begin(new Entry.Began(begun, plan, "alice"), null);
    journal.write(run, new Entry.Stepped(begun, 1, 1, List.of("node1")));
    journal.write(
        run,
        new Entry.Waiting(
            begun.plusSeconds(60),
            "job 8801 may be using node1",
            begun.plusSeconds(60),
            "its end",
            begun.plusSeconds(3660)));
    assertThat(text(run.run(), begun.plusSeconds(120)).lines())
        .anyMatch(line -> line.matches(" +waits +job 8801 may be using node1"))
        .anyMatch(line -> line.matches(" +since .*, 1m ago"))
        .anyMatch(line -> line.matches(" +ends by +its end"))
        .anyMatch(line -> line.matches(" +latest .*, in 59m"))
        .anyMatch(line -> line.matches("node1 .* open .*"))
        .last()
        .asString()
        .endsWith("0 retired, 0 kept, 0 unknown, 2 open");
  }

  @Test
  void tellsEachChangeWithItsOperationAndWhatCameOfIt() {
    Plan plan = plans.retire("node[1,5]");
    Instant at = plan.madeAt();
    String node = plan.targets().getFirst().id();
    Lease run = journal.begin(new Entry.Began(at, plan, "alice"), null);
    journal.write(run, new Entry.Intent(at, 1, 1, "LeaveQueue", "q-1", List.of(node), at));
    assertThat(text(run.run(), at)).contains("(no id known) LeaveQueue, node1: not known yet");
    journal.write(run, new Entry.Receipt(at, 1, "j-12345678", at));
    assertThat(text(run.run(), at)).contains("j-12345678 LeaveQueue, node1: not known yet");
  }

  @Test
  void tellsWhatAScriptHasOrderedWithItsOperations() {
    Instant at = Instant.parse("2026-11-21T12:00:00Z");
    Lease run =
        journal.begin(
            new Entry.Scripted(at, "js", "roll.js", "…", null, "{}", "{}", "alice", null), null);
    journal.write(run, new Entry.Ordered(at, 1, "cluster(\"c\").addNodes(2)", "c", List.of()));
    journal.write(
        run, new Entry.Intent(at, 1, 1, "HpcClusterAddClusterNodes", null, List.of(), at));
    assertThat(text(run.run(), at))
        .contains("cluster(\"c\").addNodes(2): not accepted, as far as known");
    journal.write(run, new Entry.Receipt(at, 1, "j-12345678", at));
    assertThat(text(run.run(), at)).contains("cluster(\"c\").addNodes(2): accepted as j-12345678");
    assertThat(RunRow.of(journal.head(run.run()), RunQuery.ALL, journal, at).operations())
        .containsExactly("j-12345678");
  }
}
