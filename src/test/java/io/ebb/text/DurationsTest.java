package io.ebb.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT90S",
    "30m, PT30M",
    "2h, PT2H",
    "1d, PT24H",
    "1h30m, PT1H30M",
    "1d2h3m4s, PT26H3M4S",
    "0.4s, PT0.4S",
    "45, PT45S",
    "0, PT0S",
  })
  void spanIsRead(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2 hours",
        "30m1h",
        "1.5h",
        "-1",
        "h",
        "1h30",
        "2H",
        "1w",
        "0.44s",
        "٣s",
        "99999999999999d",
        "99999999999999999999"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"%s\" is not a duration: write 90s, 30m, 2h, 1d, 1h30m, or a number of seconds",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"36501d", "999999d", "999999999999"})
  void spanBeyondAHundredYearsIsRefused(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" is not a duration here: at most 36500d", text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1e300, Double.POSITIVE_INFINITY, Double.NaN})
  void numberThatIsNoSpanOfSecondsIsRefused(double seconds) {
    assertThatThrownBy(() -> Durations.ofSeconds(seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duration");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.04S, 0s",
    "PT0.4S, 0.4s",
    "PT9.99S, 9.9s",
    "PT59.999S, 59s",
    "PT6M12S, 6m12s",
    "PT2H, 2h",
    "PT2H0M59S, 2h",
    "PT28H59M, 1d4h",
    "PT-90S, -1m30s",
  })
  void spanIsWrittenInItsTwoLargestUnits(Duration span, String expected) {
    assertThat(Durations.format(span)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0.4s", "59s", "1m30s", "2h", "1h59m", "1d4h", "36500d"})
  void whatIsWrittenIsReadBack(String text) {
    assertThat(Durations.format(Durations.parse(text))).isEqualTo(text);
  }
}
