package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(2), 2, Duration.ofSeconds(10));

  @Test
  void waitsGrowToTheLongest() {
    assertThat(pace.waitBefore(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pace.waitBefore(2)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pace.waitBefore(3)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pace.waitBefore(5000)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void looksCoverTheSpan() {
    assertThat(pace.looks(Duration.ZERO)).isEqualTo(1);
    assertThat(pace.looks(Duration.ofSeconds(2))).isEqualTo(1);
    assertThat(pace.looks(Duration.ofSeconds(3))).isEqualTo(2);
    assertThat(pace.elapsed(3)).isEqualTo(Duration.ofSeconds(14));
  }
}
