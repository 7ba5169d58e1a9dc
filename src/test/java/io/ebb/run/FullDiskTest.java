package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The disk of the journal is full in the middle of a run.
final class FullDiskTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theRunStopsAtOnceSaysSoAndGoesOnWhenThereIsRoom(int pages) throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.with();
        SqlJournal journal = SqlJournal.of(Store.in(folder), cluster.time)) {
      Plan plan = cluster.plan("node3", "node4");
      long[] full = {-1};
      Runner runner =
          cluster.runner(
              new ForwardingJournal(journal) {
                @Override
                public Lease begin(Entry.First first, @Nullable String parent) {
                  Lease lease = super.begin(first, parent);
                  limit(journal, pages);
                  return lease;
                }

                @Override
                public void write(Lease lease, Entry entry) {
                  try {
                    super.write(lease, entry);
                  } catch (JournalException e) {
                    full[0] = full[0] < 0 ? cluster.sent() : full[0];
                    throw e;
                  }
                }
              },
              Duration.ofHours(1),
              System::nanoTime);

      Run run = cluster.runBy(runner, plan);

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.stopped()).contains("full", "make room on the disk");
      assertThat(cluster.sent()).as("sent after the disk was full").isEqualTo(full[0]);

      limit(journal, 1_000_000);
      cluster.time.clock.advance(Duration.ofSeconds(31));
      Run resumed =
          cluster.runBy(cluster.runner(journal, Duration.ofHours(1), System::nanoTime), plan);
      assertThat(resumed.state()).isEqualTo(RunState.DONE);
      assertThat(resumed.id()).isEqualTo(run.id());
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(2);
    }
  }

  /// Lets the file become larger by so many pages.
  private static void limit(SqlJournal journal, int pages) {
    try {
      journal
          .database()
          .read(db ->
              db.number("PRAGMA max_page_count = " + (db.number("PRAGMA page_count") + pages)));
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }
}
