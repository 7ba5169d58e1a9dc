package io.ebb.repl;

import io.ebb.text.Line;
import java.io.IOException;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/// Shows a long text by screens, so that it can still be scrolled back to afterwards.
final class Pager {
  private static final String INVERSE = "\033[7m";
  private static final String RESET = "\033[0m";
  private static final String ERASE = "\r\033[K";

  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;
  private static final int END = -1;
  private static final int UNKNOWN = -1;

  /// Only between two looks for keys is an interrupt seen.
  private static final long PATIENCE_MILLIS = 100;

  private final Terminal terminal;
  private final List<String> lines;
  private final Size size;
  private int shown;

  Pager(Terminal terminal, String text, Size size) {
    this.terminal = terminal;
    this.lines = text.lines().toList();
    this.size = size;
  }

  /// Whether the text is longer than the screen.
  boolean needed() {
    return lines.stream().mapToInt(this::rows).sum() >= size.getRows();
  }

  /// Shows it until its end, `q` or an interrupt. Space is for a screen more, Enter for a line.
  void run() {
    Attributes before = terminal.enterRawMode();
    try {
      int wanted = size.getRows() - 1;
      while (wanted > 0 && show(wanted)) {
        wanted = ask();
      }
    } finally {
      terminal.setAttributes(before);
      terminal.flush();
    }
  }

  /// @return whether there is more
  private boolean show(int rows) {
    int left = rows;
    while (shown < lines.size() && (left == rows || rows(lines.get(shown)) <= left)) {
      left -= rows(lines.get(shown));
      terminal.writer().println(lines.get(shown++));
    }
    return shown < lines.size();
  }

  /// @return how many rows to show next; 0 for none
  private int ask() {
    String bar = (lines.size() - shown) + " more lines: space, Enter, q";
    terminal.writer().print(INVERSE + Line.of(bar).cut(size.getColumns() - 1) + RESET);
    terminal.flush();
    int rows = answer();
    terminal.writer().print(ERASE);
    return rows;
  }

  private int answer() {
    try {
      int rows = UNKNOWN;
      while (rows == UNKNOWN) {
        rows =
            switch (terminal.reader().read(PATIENCE_MILLIS)) {
              case ' ' -> size.getRows() - 1;
              case '\r', '\n' -> 1;
              case 'q', 'Q', CTRL_C, CTRL_D, END -> 0;
              default -> UNKNOWN;
            };
      }
      return rows;
    } catch (IOException interrupted) {
      // By Ctrl-C: enough was seen.
      return 0;
    }
  }

  private int rows(String line) {
    int width = AttributedString.fromAnsi(line).columnLength();
    return Math.max((width + size.getColumns() - 1) / size.getColumns(), 1);
  }
}
