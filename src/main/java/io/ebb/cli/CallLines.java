package io.ebb.cli;

import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Tells on standard error what the user should know of the API calls: each of them when asked for,
/// what makes them wait always.
final class CallLines implements CallListener {
  /// Slow reads wait again and again, for a little each.
  private static final Duration NEWS = Duration.ofSeconds(30);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Common common;
  private Instant toldUntil = Instant.MIN;

  CallLines(Common common) {
    this.common = common;
  }

  @Override
  public void called(CallRecord call) {
    if (common.verbose()) {
      common.line(CallLine.of(call, common));
    }
  }

  @Override
  public synchronized void waiting(String why, Instant until) {
    if (until.isAfter(toldUntil)) {
      toldUntil = until.plus(NEWS);
      common.tell("waiting until %s: %s; Ctrl-C stops".formatted(time(until), why));
    }
  }

  /// The time of day, as people here read it.
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  @Override
  public void countedAlone(String warning) {
    common.warn(warning);
  }
}
