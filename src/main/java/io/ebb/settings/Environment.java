package io.ebb.settings;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The environment of this process, as far as Ebb looks at it. Immutable.
///
/// It never prints its variables: keys are among them.
public final class Environment {

  /// A standard stream of the process.
  public enum Stream {
    INPUT("0"),
    OUTPUT("1"),
    ERROR("2");

    private final String descriptor;

    Stream(String descriptor) {
      this.descriptor = descriptor;
    }
  }

  private final Map<String, String> variables;
  private final Path home;

  /// An environment of one's own, for tests and for embedding.
  ///
  /// @param variables the environment variables
  /// @param home the home folder, where `.qingcloud` and `.config` are
  public Environment(Map<String, String> variables, Path home) {
    this.variables = Map.copyOf(variables);
    this.home = home;
  }

  /// The environment this process was started with.
  public static Environment system() {
    Map<String, String> variables = System.getenv();
    String home = variables.getOrDefault("HOME", "");
    return new Environment(
        variables, Path.of(home.isBlank() ? System.getProperty("user.home", "") : home));
  }

  /// The value of a variable without blanks around it; empty when it is not set or blank.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /// `TERM`: the kind of terminal.
  public Optional<String> term() {
    return variable("TERM");
  }

  /// `NO_COLOR`: set when the user wants no colours anywhere.
  public Optional<String> noColor() {
    return variable("NO_COLOR");
  }

  /// `CLICOLOR_FORCE`: set, and not `0`, when the user wants colours even in a pipe.
  public Optional<String> clicolorForce() {
    return variable("CLICOLOR_FORCE");
  }

  /// Whether this is a build server (`CI`), where nobody watches progress.
  public boolean ci() {
    return variable("CI").filter(value -> !value.equals("false")).isPresent();
  }

  /// `COLUMNS`: the width of the terminal; the launcher sets it when there is one.
  public OptionalInt columns() {
    return variable("COLUMNS")
        .filter(value -> value.matches("[1-9]\\d{0,4}"))
        .map(value -> OptionalInt.of(Integer.parseInt(value)))
        .orElse(OptionalInt.empty());
  }

  /// Whether a standard stream is a terminal. Java can tell only whether input and output both are,
  /// so the launcher says it stream by stream in `EBB_TTY`; without it, Java's answer counts.
  @SuppressWarnings("SystemConsoleNull") // Null again since Java 25, when there is no terminal.
  public boolean terminal(Stream stream) {
    String descriptors = variables.get("EBB_TTY");
    if (descriptors != null) {
      return descriptors.contains(stream.descriptor);
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Where Ebb's own configuration is: `ebb` in `XDG_CONFIG_HOME`, by default `~/.config`.
  public Path configFolder() {
    return baseFolder("XDG_CONFIG_HOME", ".config").resolve("ebb");
  }

  /// Where Ebb keeps what outlives a command: `ebb` in `XDG_STATE_HOME`, by default
  /// `~/.local/state`.
  public Path stateFolder() {
    return baseFolder("XDG_STATE_HOME", ".local/state").resolve("ebb");
  }

  /// The home folder.
  public Path home() {
    return home;
  }

  /// The XDG rules say that a relative path is to be ignored.
  private Path baseFolder(String variable, String underHome) {
    return variable(variable)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(underHome));
  }
}
