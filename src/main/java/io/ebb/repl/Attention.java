package io.ebb.repl;

import org.jspecify.annotations.Nullable;

/// Whom a Ctrl-C concerns at this moment: who types, what is carried out, or neither.
///
/// One that concerns nobody is kept for what comes next, so none is lost. Safe for use by many
/// threads.
final class Attention {
  private @Nullable Thread typist;
  private @Nullable Runnable carriedOut;
  private boolean pending;
  private boolean deaf;
  private boolean over;

  /// This thread waits for keys from now on; a Ctrl-C interrupts it.
  ///
  /// @return false if it need not wait, as the session has to end
  synchronized boolean beginTyping() {
    pending = false;
    typist = over ? null : Thread.currentThread();
    return !over;
  }

  /// The opposite of [#beginTyping]. A Ctrl-C that came too late for it means what is carried out;
  /// when nothing is, it is kept.
  void endTyping() {
    Runnable work;
    synchronized (this) {
      typist = null;
      boolean late = Thread.interrupted();
      work = late ? carriedOut : null;
      pending |= late && carriedOut == null;
    }
    if (work != null) {
      work.run();
    }
  }

  /// Something is carried out from now on.
  ///
  /// @param interrupt called for each Ctrl-C, by the thread of the signal
  /// @return false if a Ctrl-C came before, so that it must not begin
  synchronized boolean begin(Runnable interrupt) {
    boolean wanted = !pending && !over;
    carriedOut = wanted ? interrupt : null;
    pending = false;
    return wanted;
  }

  /// The opposite of [#begin]. An interrupt of what has ended is not one of what comes next.
  synchronized void end() {
    carriedOut = null;
    var _ = Thread.interrupted();
  }

  /// Whether Ctrl-C is the business of another program that uses the terminal.
  synchronized void deaf(boolean isDeaf) {
    deaf = isDeaf;
  }

  /// Ctrl-C was pressed.
  void interrupt() {
    Runnable work;
    synchronized (this) {
      if (deaf) {
        return;
      }
      if (typist != null) {
        typist.interrupt();
        return;
      }
      pending = carriedOut == null;
      work = carriedOut;
    }
    if (work != null) {
      work.run();
    }
  }

  /// The process was asked to end, or its terminal is gone: everything stops, nothing begins.
  void finish() {
    Runnable work;
    synchronized (this) {
      over = true;
      if (typist != null) {
        typist.interrupt();
      }
      work = carriedOut;
    }
    if (work != null) {
      work.run();
    }
  }

  /// Whether the session has to end.
  synchronized boolean isOver() {
    return over;
  }
}
