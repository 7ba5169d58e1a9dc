package io.ebb.report;

import io.ebb.text.Durations;
import java.time.Duration;

/// Spans of time for people.
final class Spans {
  private Spans() {}

  static String words(Duration span) {
    return Durations.format(span.isNegative() ? Duration.ZERO : span);
  }
}
