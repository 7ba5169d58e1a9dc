package io.ebb.cli;

import io.ebb.text.Interrupts;

/// What is done about Ctrl-C, for as long as it is open.
@FunctionalInterface
interface Reaction extends AutoCloseable {

  /// Takes the interrupts of this process.
  ///
  /// @param handler called once for each, on a thread of its own
  static Reaction ofProcess(Runnable handler) {
    Interrupts interrupts = Interrupts.on(handler);
    return interrupts::close;
  }

  @Override
  void close();
}
