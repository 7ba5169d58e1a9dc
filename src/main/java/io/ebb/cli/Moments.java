package io.ebb.cli;

import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as people here read them, seen from one of them.
///
/// @param now the moment from which the others are seen
record Moments(Instant now) {
  private static final ZoneId HERE = ZoneId.systemDefault();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(HERE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(HERE);

  /// The time of day, with the date when it is another day's.
  String at(Instant moment) {
    return (day(moment).equals(day(now)) ? TIME : DAY).format(moment);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, HERE);
  }

  /// A moment that is past, for example `14:05:11, 12m3s ago`.
  String ago(Instant moment) {
    return "%s, %s ago".formatted(at(moment), since(moment));
  }

  /// A moment that may be still to come, for example `15:05:11, in 47m`.
  String ahead(Instant moment) {
    return moment.isAfter(now)
        ? "%s, in %s".formatted(at(moment), Durations.format(Duration.between(now, moment)))
        : ago(moment);
  }

  /// How long ago it was; clocks that differ do not make it negative.
  String since(Instant moment) {
    return Durations.format(moment.isAfter(now) ? Duration.ZERO : Duration.between(moment, now));
  }
}
