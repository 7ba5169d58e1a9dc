package io.ebb.cli;

import io.ebb.api.EhpcApi;
import java.util.Locale;

/// How long something takes, and how many calls.
///
/// @param api makes the calls
/// @param since the moment at which it began, by the machine's clock
/// @param calls how many had been made then
record Timing(EhpcApi api, long since, long calls) {
  private static final double NANOS_PER_MILLI = 1e6;

  static Timing begin(EhpcApi api) {
    return new Timing(api, System.nanoTime(), api.calls());
  }

  /// What has passed by now.
  String text() {
    long made = api.calls() - calls;
    return String.format(
        Locale.ROOT,
        "%,.0f ms, %,d API %s",
        (System.nanoTime() - since) / NANOS_PER_MILLI,
        made,
        made == 1 ? "call" : "calls");
  }
}
