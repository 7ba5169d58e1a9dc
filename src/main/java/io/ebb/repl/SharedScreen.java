package io.ebb.repl;

import java.util.HashMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/// A line reader that is not alone on its screen: what others print goes above the line that is
/// being read, other programs may have the terminal for a while, and so may the shell.
abstract class SharedScreen extends LineReaderImpl {
  private static final String PASTE_ON = "\033[?2004h";
  private static final String PASTE_OFF = "\033[?2004l";

  private final Sizes sizes;
  private final Attributes found;
  private final StringBuilder heldBack = new StringBuilder();
  private boolean aside;
  private boolean midLine;

  SharedScreen(Terminal terminal, Sizes sizes) {
    super(terminal, "ebb", new HashMap<>());
    this.sizes = sizes;
    this.found = terminal.getAttributes();
  }

  /// Shows a text: above the line that is being read, if there is one. For any thread.
  public void show(String text) {
    lock.lock();
    try {
      if (text.isEmpty()) {
        return;
      }
      if (aside) {
        heldBack.append(text);
      } else if (reading) {
        printAbove(text);
      } else {
        terminal.writer().print(text);
        terminal.flush();
        midLine = !text.endsWith("\n") && !text.endsWith("\r\033[K");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether a line is being read. For any thread.
  public boolean reading() {
    return isReading();
  }

  /// Gives the terminal to something else until that is done; what is shown meanwhile comes after.
  public void aside(Runnable work) {
    lock.lock();
    try {
      aside = true;
      leaveTerminal();
      unlocked(work);
    } finally {
      aside = false;
      takeTerminal();
      lock.unlock();
    }
    lock.lock();
    try {
      show(heldBack.toString());
      heldBack.setLength(0);
    } finally {
      lock.unlock();
    }
  }

  /// Leaves the terminal to the shell, as Ctrl-Z was pressed.
  void suspend() {
    lock.lock();
    try {
      leaveTerminal();
    } finally {
      lock.unlock();
    }
  }

  /// How many columns there are now.
  final int columns() {
    return sizes.now().getColumns();
  }

  /// A prompt begins at the left, whatever was echoed or left unfinished there.
  final void freshen() {
    terminal.writer().print(midLine ? "\r\n" : "\r\033[K");
    midLine = false;
  }

  @Override
  protected void handleSignal(Terminal.Signal signal) {
    sizes.now();
    if (signal == Terminal.Signal.CONT) {
      resume();
    } else if (!aside) {
      super.handleSignal(signal);
    }
  }

  /// Takes the terminal again, as the process goes on.
  private void resume() {
    lock.lock();
    try {
      takeTerminal();
      if (reading) {
        redisplay();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leaveTerminal() {
    if (reading) {
      clear();
      terminal.puts(Capability.keypad_local);
      terminal.writer().write(PASTE_OFF);
    }
    terminal.setAttributes(found);
    terminal.flush();
  }

  private void takeTerminal() {
    if (reading && !aside) {
      terminal.enterRawMode();
      terminal.writer().print("\r");
      terminal.puts(Capability.clr_eos);
      terminal.puts(Capability.keypad_xmit);
      terminal.writer().write(PASTE_ON);
      size = sizes.now();
      display.resize(size);
      redrawLine();
    }
  }

  private void unlocked(Runnable work) {
    int holds = lock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      lock.unlock();
    }
    try {
      work.run();
    } finally {
      for (int i = 0; i < holds; i++) {
        lock.lock();
      }
    }
  }
}
