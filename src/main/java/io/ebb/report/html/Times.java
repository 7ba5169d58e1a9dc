package io.ebb.report.html;

import io.ebb.report.Cover;
import io.ebb.report.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments as a report tells them: by one zone, and with the day only where they are of several.
final class Times {
  private static final DateTimeFormatter DAY = pattern("yyyy-MM-dd");
  private static final DateTimeFormatter FULL = pattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter SHORT = pattern("HH:mm:ss");
  private static final DateTimeFormatter OF_DAYS = pattern("MM-dd HH:mm:ss");
  private static final DateTimeFormatter TICK = pattern("HH:mm");
  private static final DateTimeFormatter TICK_OF_DAYS = pattern("MM-dd HH:mm");

  private final ZoneId zone;
  private final boolean oneDay;

  Times(ZoneId zone, Cover cover) {
    this.zone = zone;
    Instant last = cover.ended() == null ? cover.now() : cover.ended();
    this.oneDay = day(cover.began()).equals(day(last));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /// What the times are told by, for example `UTC`.
  String zone() {
    boolean utc = zone.normalized().equals(ZoneOffset.UTC);
    return utc ? "UTC" : zone.getId();
  }

  String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /// With the day.
  String full(Instant at) {
    return FULL.format(at.atZone(zone));
  }

  /// As short as it can be told; empty for none.
  String at(@Nullable Instant at) {
    return at == null ? "" : (oneDay ? SHORT : OF_DAYS).format(at.atZone(zone));
  }

  /// As a tick of a scale with such steps.
  String tick(Instant at, Duration step) {
    if (step.compareTo(Duration.ofMinutes(1)) < 0) {
      return at(at);
    }
    return (oneDay ? TICK : TICK_OF_DAYS).format(at.atZone(zone));
  }

  /// When the first tick of such steps is, at that moment or after it.
  Instant firstTick(Instant from, Duration step) {
    long offset = zone.getRules().getOffset(from).getTotalSeconds();
    long seconds = from.getEpochSecond() + offset + (from.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(
        Math.ceilDiv(seconds, step.toSeconds()) * step.toSeconds() - offset);
  }

  /// From when to when, and for how long.
  String span(Instant from, Instant to) {
    return "%s to %s (%s)".formatted(at(from), at(to), Spans.words(Duration.between(from, to)));
  }
}
