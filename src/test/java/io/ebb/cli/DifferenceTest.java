package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
  @Test
  void whatBothHaveStandsOnce() {
    assertThat(Difference.between(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
        .containsExactly(" a", "-b", "+x", " c", "+d");
  }

  @Test
  void whatIsNewOrGoneIsTold() {
    assertThat(Difference.between(List.of(), List.of("a"))).containsExactly("+a");
    assertThat(Difference.between(List.of("a", "b"), List.of("b"))).containsExactly("-a", " b");
    assertThat(Difference.between(List.of("a"), List.of("a"))).containsExactly(" a");
  }
}
