package io.ebb.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KillMatrixTest {
  @Test
  void dry() throws Exception {
    for (Way way : Way.values()) {
      long start = System.nanoTime();
      Finding finding = Trial.of(way, List.of());
      System.out.printf(
          "%s %d ms http %d journal %d%n",
          way,
          (System.nanoTime() - start) / 1_000_000,
          finding.first().passed(Moment.HTTP_BEFORE),
          finding.first().passed(Moment.JOURNAL_BEFORE));
      assertThat(finding.violations()).isEmpty();
    }
  }
}
