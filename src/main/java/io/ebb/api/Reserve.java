package io.ebb.api;

import java.util.function.Supplier;

/// Opens the reserve of the call quota to calls that finish what was begun: a run that has changed
/// something must be able to go on when reads have used up the rest.
public final class Reserve {
  private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

  private Reserve() {}

  /// Does the work; calls that it makes on this thread may use the reserve.
  public static <T> T open(Supplier<T> work) {
    return ScopedValue.where(OPEN, true).call(work::get);
  }

  static boolean isOpen() {
    return OPEN.orElse(false);
  }
}
