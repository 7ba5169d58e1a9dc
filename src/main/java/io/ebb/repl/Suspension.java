package io.ebb.repl;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.OSUtils;

/// Ctrl-Z: leaves the terminal in order before the process stops.
final class Suspension {
  private static final int STOP_NUMBER = OSUtils.IS_OSX ? 18 : 20;

  private final Terminal terminal;
  private final Runnable leave;

  /// @param leave called before the process stops
  Suspension(Terminal terminal, Runnable leave) {
    this.terminal = terminal;
    this.leave = leave;
  }

  /// Begins to take Ctrl-Z, until the terminal is closed.
  void begin() {
    terminal.handle(Signal.TSTP, this::suspend);
  }

  private void suspend(Signal signal) {
    leave.run();
    terminal.handle(signal, SignalHandler.SIG_DFL);
    stop();
    begin();
  }

  /// Returns when the process goes on. Java itself raises no signal that it does not handle.
  @SuppressWarnings("restricted")
  private static void stop() {
    Linker linker = Linker.nativeLinker();
    try {
      var _ =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("raise"),
                      FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                  .invokeExact(STOP_NUMBER);
    } catch (Throwable impossible) {
      throw new IllegalStateException("The process cannot be stopped", impossible);
    }
  }
}
