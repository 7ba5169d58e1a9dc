package io.ebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.repl.Console;
import io.ebb.settings.Environment;
import io.ebb.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;

/// Somebody at the terminal of a session, which runs in this process: types, and reads what comes.
///
/// The terminal is a plain one, so that what comes are lines.
final class Seat implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COLUMNS = 100;

  private final PipedOutputStream keys = new PipedOutputStream();
  private final Seen seen = new Seen();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private int read;

  /// What the terminal has shown.
  private static final class Seen extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public synchronized void write(byte[] octets, int from, int count) {
      bytes.write(octets, from, count);
    }

    synchronized String text() {
      return bytes.toString(UTF_8).replace("\r", "");
    }
  }

  private Seat(
      Map<String, String> variables,
      BiFunction<Settings, CallListener, World> world,
      int lines,
      String... words)
      throws IOException {
    PipedInputStream typed = new PipedInputStream(keys, 1 << 16);
    Map<String, String> all = new TreeMap<>(variables);
    all.put("EBB_TTY", "012");
    all.put("TERM", "dumb");
    PrintStream nowhere = new PrintStream(seen, true, UTF_8);
    Terminal terminal =
        Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                new Environment(all, Path.of("/nowhere")))
            .withWorld(world)
            .withConsole(options -> Console.over(typed, seen, COLUMNS, lines, options));
    Thread.ofPlatform()
        .daemon()
        .name("session")
        .start(() -> {
          try {
            exit.complete(Main.run(terminal, words));
          } catch (RuntimeException | Error e) {
            exit.completeExceptionally(e);
          }
        });
  }

  /// At a session on a simulated cluster of its own.
  static Seat simulated(Path state, String... words) {
    return of(Map.of("XDG_STATE_HOME", state.toString()), World::shared, 40, words)
        .ready("sim js> ");
  }

  /// At a session in a shell.
  static Seat in(Shell shell, Path state, String... words) {
    return of(shell.set("XDG_STATE_HOME", state.toString()).variables(), shell.world(), 40, words)
        .ready("ebb js> ");
  }

  private static Seat of(
      Map<String, String> variables,
      BiFunction<Settings, CallListener, World> world,
      int lines,
      String... words) {
    try {
      return new Seat(variables, world, lines, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Seat ready(String prompt) {
    String _ = until(prompt);
    return this;
  }

  /// Types a line, with Enter.
  Seat type(String line) {
    return press(line + "\r");
  }

  /// Ctrl-C.
  Seat interrupt() {
    return press("\003");
  }

  /// The terminal is gone.
  Seat hangUp() throws IOException {
    keys.close();
    return this;
  }

  private Seat press(String text) {
    try {
      keys.write(text.getBytes(UTF_8));
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// What comes up to this text, and with it.
  String until(String text) {
    Awaitility.await("until " + text)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .conditionEvaluationListener(condition -> {
          if (condition.getRemainingTimeInMS() <= 0) {
            throw new AssertionError("waited for " + text + ", and saw: " + seen.text());
          }
        })
        .until(() -> exit.isDone() || seen.text().indexOf(text, read) >= 0);
    String all = seen.text();
    int end = all.indexOf(text, read);
    assertThat(end).as("%s in %s", text, all.substring(read)).isNotNegative();
    String found = all.substring(read, end + text.length());
    read = end + text.length();
    return found;
  }

  /// Types a line, and gives what comes up to the next prompt.
  String say(String line) {
    String _ = type(line).until(line + "\n");
    String answer = until("js> ");
    return answer.substring(0, answer.lastIndexOf('\n') + 1);
  }

  /// The exit code, which has to come soon.
  int end() throws Exception {
    return exit.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    keys.close();
  }
}
