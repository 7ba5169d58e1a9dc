package io.ebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/// A real terminal with a command in it: one of a tmux of its own, which is typed into and looked
/// at as people do.
final class Pane implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /// Not every tmux tells the exit code of what has ended.
  private static final String TELLING_ITS_END =
      "trap : INT; \"$@\"; printf '\\nexit code %s\\n' $?; exec cat";

  private static final Pattern END = Pattern.compile("^exit code (\\d+)", Pattern.MULTILINE);

  private final Path folder;
  private final Path socket;

  private Pane(Path folder) throws IOException {
    this.folder = folder;
    this.socket = Files.createTempDirectory(folder, "t").resolve("s");
  }

  /// Whether there is a tmux. Where it is required, its absence fails.
  static boolean available() {
    boolean there =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(each -> Files.isExecutable(Path.of(each, "tmux")));
    List<String> required = List.of(System.getenv().getOrDefault("EBB_REQUIRE", "").split("[, ]+"));
    if (!there && required.contains("tmux")) {
      fail("tmux is required by EBB_REQUIRE but not on the PATH");
    }
    return there;
  }

  /// Opens one.
  ///
  /// @param folder for the socket of tmux and what is pasted; short, as paths of sockets are
  /// @param variables the environment, beside that of this process
  static Pane open(
      Path folder, int columns, int rows, Map<String, String> variables, List<String> command)
      throws IOException {
    Pane pane = new Pane(folder);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-f", "/dev/null", "new-session", "-d"));
    words.addAll(List.of("-x", "" + columns, "-y", "" + rows));
    // Whoever runs the tests in the background has them ignore SIGINT; and tmux sets TERM.
    words.addAll(List.of("/bin/sh", "-c", TELLING_ITS_END, "sh"));
    words.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    variables.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(command);
    String _ = pane.tmux(words);
    return pane;
  }

  /// Types a text, a character at a time as far as the program can tell.
  Pane type(String text) {
    String _ = tmux(List.of("send-keys", "-l", "--", text));
    return this;
  }

  /// Types a line.
  Pane enter(String line) {
    return type(line).press("Enter");
  }

  /// Presses keys by the names that tmux has for them, such as `C-c` and `Tab`.
  Pane press(String... keys) {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    String _ = tmux(words);
    return this;
  }

  /// Pastes a text, marked as pasted where the program has asked for that.
  Pane paste(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pasted"), text);
    String _ = tmux(List.of("load-buffer", file.toString()));
    String _ = tmux(List.of("paste-buffer", "-p", "-r"));
    return this;
  }

  Pane resize(int columns, int rows) {
    String _ = tmux(List.of("resize-window", "-x", "" + columns, "-y", "" + rows));
    return this;
  }

  /// Waits until the screen shows this.
  Pane shows(String text) {
    return shows(text, 1);
  }

  /// Waits until the screen shows this so many times.
  Pane shows(String text, int times) {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> screen().split(Pattern.quote(text), -1).length > times);
    } catch (ConditionTimeoutException _) {
      fail("%s was not shown within %s s:%n%s", text, PATIENCE.toSeconds(), screen());
    }
    return this;
  }

  /// Presses a key, and again every other second, as people do, until the screen shows this.
  Pane insists(String key, String text) {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> press(key).screen().contains(text));
    } catch (ConditionTimeoutException _) {
      fail("%s did not bring %s within %s s:%n%s", key, text, PATIENCE.toSeconds(), screen());
    }
    return this;
  }

  /// Waits until the line with the cursor is this one.
  Pane isAt(String line) {
    try {
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> line().equals(line));
    } catch (ConditionTimeoutException _) {
      fail("not at %s within %s s:%n%s", line, PATIENCE.toSeconds(), screen());
    }
    return this;
  }

  /// The line with the cursor, without blanks at its end.
  private String line() {
    int row = Integer.parseInt(tmux(List.of("display-message", "-p", "#{cursor_y}")).strip());
    return screen().lines().skip(row).findFirst().orElse("").stripTrailing();
  }

  /// Kills the command, which hears nothing of it.
  Pane kill() {
    long shell = Long.parseLong(tmux(List.of("display-message", "-p", "#{pane_pid}")).strip());
    assertThat(ProcessHandle.of(shell).orElseThrow().children())
        .isNotEmpty()
        .allMatch(ProcessHandle::destroyForcibly);
    return this;
  }

  /// What is on the screen.
  String screen() {
    return tmux(List.of("capture-pane", "-p"));
  }

  /// What is on the screen, with its colours.
  String colours() {
    return tmux(List.of("capture-pane", "-p", "-e"));
  }

  /// The exit code of the command, which has to end soon, by itself.
  int exit() {
    Matcher end = END.matcher(shows("exit code ").screen());
    assertThat(end.find()).isTrue();
    return Integer.parseInt(end.group(1));
  }

  private String tmux(List<String> words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
    command.addAll(words);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("tmux %s: %s", words.getFirst(), output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while tmux worked", e);
    }
  }

  @Override
  public void close() {
    String _ = tmux(List.of("kill-server"));
  }
}
