package io.ebb.api;

import java.time.Duration;
import java.util.function.Supplier;

/// Lets whoever does some work break off the waits inside its calls: for room in the call quota,
/// for a service that is busy. A call whose wait is broken off fails as it would have in the end.
public final class Waits {
  private static final ScopedValue<Wait> OWN = ScopedValue.newInstance();

  private Waits() {}

  /// How a call waits.
  @FunctionalInterface
  public interface Wait {

    /// Waits for the span in that time.
    ///
    /// @param why in words that follow "waiting, because"
    /// @return whether the span has passed
    boolean pass(Time time, Duration span, String why);
  }

  /// Does the work; calls that it makes on this thread wait like that.
  public static <T> T by(Wait wait, Supplier<T> work) {
    return ScopedValue.where(OWN, wait).call(work::get);
  }

  /// Waits; whether the span has passed. An interrupt ends the wait and stays set.
  static boolean pass(Time time, Duration span, String why) {
    return OWN.isBound() ? OWN.get().pass(time, span, why) : slept(time, span);
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
