package io.ebb.cli;

/// What Ctrl-C does to one command of a session while it is carried out. A Ctrl-C that comes before
/// the command has said what it is to do is kept for it. Safe for use by many threads.
final class CommandInHand {
  private Runnable handler = () -> {};
  private boolean interrupted;

  /// From now on Ctrl-C does this, and it does so now when it was pressed before.
  Reaction onInterrupt(Runnable next) {
    Runnable before;
    boolean late;
    synchronized (this) {
      before = handler;
      handler = next;
      late = interrupted;
    }
    if (late) {
      next.run();
    }
    return () -> handle(before);
  }

  private synchronized void handle(Runnable before) {
    handler = before;
  }

  /// Ctrl-C was pressed.
  void interrupt() {
    Runnable work;
    synchronized (this) {
      interrupted = true;
      work = handler;
    }
    work.run();
  }

  /// Whether it was.
  synchronized boolean interrupted() {
    return interrupted;
  }
}
