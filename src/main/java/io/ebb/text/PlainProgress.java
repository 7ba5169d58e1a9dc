package io.ebb.text;

import java.io.PrintStream;

final class PlainProgress implements Progress {
  private final PrintStream out;
  private String shown = "";

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void show(String text) {
    String line = Line.of(text).toString();
    if (!line.equals(shown)) {
      print(line);
      shown = line;
    }
  }

  @Override
  public synchronized void print(String line) {
    out.print(line + "\n");
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
