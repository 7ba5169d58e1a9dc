package io.ebb.repl;

import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// Gives a terminal that knows no size of its own, as some that programs make, a usual one.
final class Sizes implements AutoCloseable {
  private static final int COLUMNS = 80;
  private static final int LINES = 24;

  private final Terminal terminal;
  private @Nullable Size given;

  Sizes(Terminal terminal) {
    this.terminal = terminal;
  }

  /// How large the terminal is now, never nothing.
  Size now() {
    Size size = terminal.getSize();
    if (size.getColumns() > 0 && size.getRows() > 0) {
      return size;
    }
    given =
        Size.of(
            size.getColumns() > 0 ? size.getColumns() : COLUMNS,
            size.getRows() > 0 ? size.getRows() : LINES);
    terminal.setSize(given);
    return given;
  }

  /// Takes back what was given.
  @Override
  public void close() {
    if (terminal.getSize().equals(given)) {
      terminal.setSize(Size.of(0, 0));
    }
  }
}
