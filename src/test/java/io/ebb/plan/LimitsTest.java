package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class LimitsTest {

  @Test
  void theStrictestOfEachLimitHolds() {
    Limits one = new Limits(5, 0, 10, 50, Set.of("cln-a"));
    Limits other = new Limits(1, 2, 20, 25, Set.of("node7"));

    assertThat(one.strictest(other))
        .isEqualTo(other.strictest(one))
        .isEqualTo(new Limits(5, 2, 10, 25, Set.of("cln-a", "node7")));
  }

  @Test
  void defaultsChangeNothingStricter() {
    Limits strict = new Limits(5, 1, 10, 50, Set.of("cln-a"));

    assertThat(strict.strictest(Limits.defaults())).isEqualTo(strict);
  }

  @Test
  void limitsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Limits.defaults().withKeepPerRole(-1))
        .hasMessageContaining("keep -1 per role");
    assertThatThrownBy(() -> Limits.defaults().withMaxNodes(-1))
        .hasMessageContaining("at most -1 nodes");
    assertThatThrownBy(() -> Limits.defaults().withMaxPercent(101)).hasMessageContaining("101");
  }
}
