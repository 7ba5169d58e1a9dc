package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What runs of direct orders begin with.
final class MinutesTest {

  @Test
  void scriptIsAllThatWasSaidAndThenThis() {
    Minutes minutes = new Minutes(100);

    assertThat(minutes.add("a = 1", List.of())).isFalse();

    assertThat(minutes.textWith("b = a")).isEqualTo("a = 1\nb = a");
  }

  @Test
  void tooMuchIsLeftOffAndToldOnce() {
    Minutes minutes = new Minutes(12);
    assertThat(minutes.add("a = 1", List.of())).isFalse();

    assertThat(minutes.add("b = 22222", List.of())).isTrue();
    assertThat(minutes.add("c = 3", List.of())).isFalse();

    assertThat(minutes.textWith("c")).isEqualTo("c");
  }
}
