package io.ebb.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where moments are on a picture, in percent of its width.
final class Scale {
  /// Names are left of it.
  static final double LEFT = 15;

  /// Outcomes are right of it.
  static final double RIGHT = 89;

  /// Nothing is thinner: it could not be seen.
  private static final double THINNEST = 0.3;

  private static final int TICKS = 8;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(365));

  private final Instant from;
  private final double millis;

  Scale(Instant from, Instant to) {
    this.from = from;
    this.millis = Math.max(1, Duration.between(from, to).toMillis());
  }

  double at(Instant moment) {
    double share = Duration.between(from, moment).toMillis() / millis;
    return LEFT + (RIGHT - LEFT) * Math.clamp(share, 0, 1);
  }

  double width(Instant first, Instant last) {
    return Math.max(THINNEST, at(last) - at(first));
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  /// The time between two ticks.
  Duration step() {
    return STEPS.stream()
        .filter(step -> millis / step.toMillis() <= TICKS)
        .findFirst()
        .orElse(STEPS.getLast());
  }

  List<Instant> ticks(Times times) {
    Duration step = step();
    List<Instant> ticks = new ArrayList<>();
    Instant end = from.plusMillis((long) millis);
    for (Instant tick = times.firstTick(from, step); !tick.isAfter(end); tick = tick.plus(step)) {
      ticks.add(tick);
    }
    return ticks;
  }
}
