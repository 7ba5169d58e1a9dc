package io.ebb.api;

import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Lets whoever does some work break off the waits inside its calls: for room in the call quota,
/// for a service that is busy. A call whose wait is broken off fails as it would have in the end.
public final class Waits {
  private static final ScopedValue<BiPredicate<Time, Duration>> OWN = ScopedValue.newInstance();

  private Waits() {}

  /// Does the work; calls that it makes on this thread wait like that.
  ///
  /// @param wait waits for the span in that time; whether the span has passed
  public static <T> T by(BiPredicate<Time, Duration> wait, Supplier<T> work) {
    return ScopedValue.where(OWN, wait).call(work::get);
  }

  /// Waits; whether the span has passed. An interrupt ends the wait and stays set.
  static boolean pass(Time time, Duration span) {
    return OWN.isBound() ? OWN.get().test(time, span) : slept(time, span);
  }

  private static boolean slept(Time time, Duration span) {
    try {
      time.sleep(span);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
