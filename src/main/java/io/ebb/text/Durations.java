package io.ebb.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as people write and read them.
public final class Durations {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(?<d>\\d{1,6})d)?(?:(?<h>\\d{1,9})h)?(?:(?<m>\\d{1,9})m)?"
              + "(?:(?<s>\\d{1,12})(?:\\.(?<tenths>\\d))?s)?");

  /// From here on, tenths of a second say nothing.
  private static final Duration COARSE = Duration.ofSeconds(10);

  /// A hundred years: far more than any wait or age, and no sum of it with an instant overflows.
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Durations() {}

  /// The span that `text` names: `90s`, `30m`, `2h`, `1d`, several units from large to small as in
  /// `1h30m`, tenths of a second as in `0.4s`, or a plain number of seconds.
  ///
  /// @throws IllegalArgumentException when it names none, or one longer than 36,500 days; the
  ///   message holds the text and what is accepted
  public static Duration parse(String text) {
    Duration span = read(text);
    if (span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(tooLong(text));
    }
    return span;
  }

  /// The span of so many seconds.
  ///
  /// @throws IllegalArgumentException when it is negative, longer than 36,500 days or no number
  public static Duration ofSeconds(double seconds) {
    if (!(seconds >= 0 && seconds <= LONGEST.toSeconds())) {
      throw new IllegalArgumentException(
          seconds < 0 ? seconds + " seconds are no duration" : tooLong(seconds + " seconds"));
    }
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private static String tooLong(String text) {
    return "\"%s\" is not a duration here: at most 36500d".formatted(Line.of(text));
  }

  private static Duration read(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Matcher units = UNITS.matcher(text);
    if (text.isEmpty() || !units.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a duration: write 90s, 30m, 2h, 1d, 1h30m, or a number of seconds"
              .formatted(Line.of(text)));
    }
    return Duration.ofDays(number(units, "d"))
        .plusHours(number(units, "h"))
        .plusMinutes(number(units, "m"))
        .plusSeconds(number(units, "s"))
        .plusMillis(100 * number(units, "tenths"));
  }

  /// The span in its two largest units, rounded down: `6m12s`, `2h`, `1d4h`; with tenths below ten
  /// seconds: `0.4s`. [#parse] reads it back, and gets the same span if nothing was rounded away.
  public static String format(Duration span) {
    if (span.isNegative()) {
      return "-" + format(span.negated());
    }
    if (span.toDaysPart() > 0) {
      return pair(span.toDaysPart(), "d", span.toHoursPart(), "h");
    }
    if (span.toHoursPart() > 0) {
      return pair(span.toHoursPart(), "h", span.toMinutesPart(), "m");
    }
    if (span.toMinutesPart() > 0) {
      return pair(span.toMinutesPart(), "m", span.toSecondsPart(), "s");
    }
    int tenths = span.toMillisPart() / 100;
    boolean exactEnough = tenths == 0 || span.compareTo(COARSE) >= 0;
    return span.toSecondsPart() + (exactEnough ? "s" : "." + tenths + "s");
  }

  private static String pair(long large, String largeUnit, int small, String smallUnit) {
    return large + largeUnit + (small == 0 ? "" : small + smallUnit);
  }

  private static long number(Matcher units, String group) {
    String digits = units.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
