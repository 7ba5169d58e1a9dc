package io.ebb.text;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Takes Ctrl-C, a request to terminate and the loss of the terminal while it is open, instead of
/// ending the process. A process that was started to ignore one of them goes on ignoring it.
public final class Interrupts implements AutoCloseable {
  private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

  private final @Nullable Object[] before = new Object[SIGNALS.length];

  private Interrupts(Runnable handler) {
    for (int i = 0; i < SIGNALS.length; i++) {
      before[i] = Signals.register(SIGNALS[i], handler);
    }
  }

  /// Takes them from now on.
  ///
  /// @param handler called once for each, on a thread of its own
  public static Interrupts on(Runnable handler) {
    return new Interrupts(handler);
  }

  /// Gives them back to whom they went before.
  @Override
  public void close() {
    for (int i = 0; i < SIGNALS.length; i++) {
      Signals.unregister(SIGNALS[i], before[i]);
    }
  }
}
