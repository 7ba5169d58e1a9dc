package io.ebb.report;

import io.ebb.text.Durations;
import java.time.Duration;

/// Spans of time for people.
public final class Spans {
  private Spans() {}

  /// In its two largest units, for example `6m12s`; what is negative is `0s`.
  public static String words(Duration span) {
    return Durations.format(span.isNegative() ? Duration.ZERO : span);
  }
}
