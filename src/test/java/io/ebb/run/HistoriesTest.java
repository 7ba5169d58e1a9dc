package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Whatever goes wrong, whoever else is at work and wherever processes die: no job is lost, nothing
/// outside the plans is changed, nothing is deleted twice, limits hold, and what the runs say is
/// what is so.
///
/// `-Debb.seeds=20000` tries that many histories; `-Debb.seed=1234` that one, and tells it.
final class HistoriesTest {
  private static final int SEEDS = 2000;
  private static final int THREADS = 2;
  private static final int REPLAYED = 20;

  @Test
  @DisabledIfSystemProperty(named = "ebb.seed", matches = ".+")
  void noHistoryHoldsWhatMustNeverBe() throws Exception {
    long seeds = Long.getLong("ebb.seeds", SEEDS);
    long start = System.nanoTime();
    Tally tally = new Tally();
    List<String> violations;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<SimulatedHistory>> histories =
          LongStream.rangeClosed(1, seeds)
              .mapToObj(seed -> threads.submit(() -> SimulatedHistory.of(seed)))
              .toList();
      violations = new ArrayList<>();
      for (Future<SimulatedHistory> future : histories) {
        SimulatedHistory history = future.get();
        tally.add(history.tally());
        if (!history.violations().isEmpty()) {
          violations.add(
              "mvn test -Dtest=HistoriesTest -Debb.seed=%d tells: %s"
                  .formatted(history.seed(), String.join("; ", history.violations())));
        }
      }
    }
    System.out.printf(
        "%d histories in %.1f s: %s%n",
        seeds, Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0, tally);
    assertThat(violations).as("histories with violations").isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "ebb.seed", matches = ".+")
  void oneHistoryIsTold() {
    SimulatedHistory history = SimulatedHistory.told(Long.getLong("ebb.seed"), System.out::println);

    assertThat(history.violations()).as("seed " + history.seed()).isEmpty();
  }

  @Test
  void theSameSeedMakesTheSameHistory() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= REPLAYED; seed++) {
      List<String> first = new ArrayList<>();
      List<String> second = new ArrayList<>();
      tally.add(SimulatedHistory.told(seed, first::add).tally());
      SimulatedHistory.told(seed, second::add);

      assertThat(second).as("seed " + seed).isEqualTo(first);
    }
    assertThat(tally.toString()).contains("crashes", "stalls", "interrupted", "runs meddled with");
  }
}
