package io.ebb.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What is typed at the terminal of this process.
final class Keyboard extends BufferedReader {
  private Keyboard(InputStream in) {
    super(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// Standard input: a keyboard when it is a terminal's, else something that was written before.
  static BufferedReader orPipe() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? new Keyboard(System.in)
        : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  /// Drops what was typed before anybody was asked: it is no answer.
  void forget() throws IOException {
    while (ready()) {
      int _ = read();
    }
  }
}
