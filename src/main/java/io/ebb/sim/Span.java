package io.ebb.sim;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How scenarios write durations: `90s`, `12m`, `1h30m`, `40d`.
final class Span {
  private static final Pattern WHOLE = Pattern.compile("([0-9]+[dhms])+");
  private static final Pattern PART = Pattern.compile("([0-9]+)([dhms])");

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
    return sum;
  }

  private static Duration one(long count, String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
