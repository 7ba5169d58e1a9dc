package io.ebb.cli;

import io.ebb.settings.Environment;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// What a command is connected to: its three streams, and the environment that says what they are.
///
/// @param in standard input, as UTF-8 text
/// @param out standard output: results
/// @param err standard error: everything else
/// @param environment the environment variables and the home folder
record Terminal(BufferedReader in, PrintStream out, PrintStream err, Environment environment) {

  /// That of this process. Its streams are UTF-8 whatever the locale: node names are Chinese.
  ///
  /// @param out standard output
  static Terminal system(OutputStream out) {
    return of(System.in, utf8(out), utf8(System.err), Environment.system());
  }

  static Terminal of(InputStream in, PrintStream out, PrintStream err, Environment environment) {
    return new Terminal(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        out,
        err,
        environment);
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
