package io.ebb.sim;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How scenarios write durations: `90s`, `12m`, `1h30m`, `40d`, `200ms`; `-90s` for what is behind.
final class Span {
  private static final String UNITS = "([0-9]{1,12})(ms|[dhms])";
  private static final Pattern WHOLE = Pattern.compile("-?(" + UNITS + ")+");
  private static final Pattern PART = Pattern.compile(UNITS);

  private Span() {}

  /// @throws IllegalArgumentException when it is not written so
  static Duration parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "[" + text + "] is no duration such as 90s, 12m, 1h30m, 40d");
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      sum = sum.plus(one(Long.parseLong(part.group(1)), part.group(2)));
    }
    return text.startsWith("-") ? sum.negated() : sum;
  }

  private static Duration one(long count, String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMillis(count);
    };
  }

  /// @throws IllegalArgumentException when the span is negative
  static void checkForward(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("duration " + span + " is negative");
    }
  }
}
