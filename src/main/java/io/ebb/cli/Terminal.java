package io.ebb.cli;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.repl.Console;
import io.ebb.repl.ConsoleOptions;
import io.ebb.settings.Environment;
import io.ebb.settings.Settings;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a command is connected to: its three streams, the environment that says what they are, and
/// the world in which it uses the service.
///
/// @param in standard input, as UTF-8 text
/// @param out standard output: results
/// @param err standard error: everything else
/// @param environment the environment variables and the home folder
/// @param world makes the world of a connection to the service of the settings
/// @param console opens the console of a session
/// @param lender the session in which the command is used; null when it has a process of its own
record Terminal(
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    Environment environment,
    BiFunction<Settings, CallListener, World> world,
    Function<ConsoleOptions, Console> console,
    @Nullable Lender lender) {

  /// That of this process. Its streams are UTF-8 whatever the locale: node names are Chinese.
  ///
  /// @param out standard output
  static Terminal system(OutputStream out) {
    return of(Keyboard.orPipe(), utf8(out), utf8(System.err), Environment.system());
  }

  static Terminal of(InputStream in, PrintStream out, PrintStream err, Environment environment) {
    return of(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        out,
        err,
        environment);
  }

  private static Terminal of(
      BufferedReader in, PrintStream out, PrintStream err, Environment environment) {
    return new Terminal(in, out, err, environment, World::shared, Console::open, null);
  }

  /// This terminal, from which the service is used in another world.
  Terminal withWorld(BiFunction<Settings, CallListener, World> other) {
    return new Terminal(in, out, err, environment, other, console, lender);
  }

  /// This terminal, whose console is another one.
  Terminal withConsole(Function<ConsoleOptions, Console> other) {
    return new Terminal(in, out, err, environment, world, other, lender);
  }

  /// This terminal as a session lends it to its commands.
  Terminal lentBy(Lender session, PrintStream output, PrintStream errors) {
    return new Terminal(in, output, errors, environment, world, console, session);
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
