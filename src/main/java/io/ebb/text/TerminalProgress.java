package io.ebb.text;

import java.io.PrintStream;

final class TerminalProgress implements Progress {
  private static final String CLEAR = "\r\033[K";

  private final PrintStream out;
  private final int columns;
  private String shown = "";

  TerminalProgress(PrintStream out, int columns) {
    this.out = out;
    // A terminal that has written its last column may already have gone to the next line.
    this.columns = columns - 1;
  }

  @Override
  public synchronized void show(String text) {
    String line = Line.of(text).cut(columns).toString();
    if (!line.equals(shown)) {
      write(CLEAR + line);
      shown = line;
    }
  }

  @Override
  public synchronized void print(String line) {
    write((shown.isEmpty() ? "" : CLEAR) + line + "\n" + shown);
  }

  @Override
  public synchronized void close() {
    show("");
  }

  private void write(String text) {
    out.print(text);
    out.flush();
  }
}
