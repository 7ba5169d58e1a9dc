package io.ebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A source tree with the real launcher, in which Maven and the JDKs are small shell scripts.
///
/// Its path has blanks and Chinese characters in it. The launcher sees nothing of the machine but a
/// handful of tools.
final class FakeCheckout {
  private static final String REAL_PLACES = "/usr/lib/jvm/* /opt/* /opt/java/*";
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sh",
          "cat",
          "date",
          "find",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "sleep",
          "stty",
          "sync",
          "tail",
          "timeout",
          "touch");

  /// Notes that it ran, and waits for the file `go` when told to.
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>maven-calls
      if [ -n "$FAKE_BUILD_WAITS" ]; then while [ ! -e go -a -e pom.xml ]; do sleep 0.02; done; fi
      if [ -n "$FAKE_BUILD_FAILS" ]; then echo "line 7: no such symbol"; exit 1; fi
      mkdir -p target/lib
      : >target/ebb-1.jar
      : >target/lib/a.jar
      : >target/lib/b.jar
      """;

  /// Prints its process id and arguments, one a line; writes the cache it is asked for.
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:AOTCacheOutput=*) echo "$@" >"${word#*=}"; exit ;;
        esac
      done
      if [ -n "$FAKE_JAVA_WAITS" ]; then
        trap 'echo INT; exit 130' INT
        trap 'echo TERM; exit 143' TERM
        : >"$FAKE_JAVA_WAITS"
        while [ -e "$FAKE_JAVA_WAITS" ]; do sleep 0.02; done
      fi
      echo $$
      echo "$0"
      for word; do echo "$word"; done
      exit ${FAKE_EXIT:-0}
      """;

  final Path folder;
  final Path root;
  private final Path tools;

  /// What came out of the launcher.
  record Result(long pid, int exit, String out, String err) {
    /// The lines of standard output.
    List<String> lines() {
      return out.lines().toList();
    }
  }

  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    this.root = Files.createDirectories(folder.resolve("source tree 源码"));
    this.tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      link(tool);
    }
    script(tools.resolve("mvn"), MAVEN);
    write(root.resolve("pom.xml"), "");
    write(root.resolve("src/main/A.java"), "");
    String launcher = Files.readString(Path.of("repl/ebb"));
    if (!launcher.contains(REAL_PLACES)) {
      throw new IllegalStateException("the launcher no longer looks in " + REAL_PLACES);
    }
    script(launcher(), launcher.replace(REAL_PLACES, "'" + folder + "'/places/*"));
  }

  Path launcher() {
    return root.resolve("repl/ebb");
  }

  Path target() {
    return root.resolve("target");
  }

  /// Puts a tool of this machine on the path of the launcher.
  ///
  /// @return whether the machine has it
  boolean link(String tool) throws IOException {
    Optional<Path> real = find(tool);
    if (real.isPresent()) {
      // Not a symbolic link: JUnit warns about each that leaves its temporary folder.
      forward(tools.resolve(tool), real.get());
    }
    return real.isPresent();
  }

  /// Puts `java` of this JDK on the path of the launcher, by way of a symbolic link.
  void putOnPath(Path jdk) throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
  }

  /// A JDK that says it is this version.
  Path jdk(String path, String version) throws IOException {
    Path home = folder.resolve(path);
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), "");
    write(
        home.resolve("release"),
        "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"%1$s\"\nJAVA_RUNTIME_VERSION=\"%1$s+1\"\n"
            .formatted(version));
    return home;
  }

  /// How often Maven ran.
  int builds() throws IOException {
    Path calls = root.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /// The caches there are.
  List<Path> caches() throws IOException {
    Path folder = target().resolve("cache");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  /// Starts the launcher.
  Running start(Map<String, String> variables, List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("EBB_NO_CACHE", "1");
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(variables);
    return new Running(builder.start(), out, err);
  }

  Result run(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(List.of(arguments));
    return start(variables, command).end();
  }

  /// A launcher at work.
  record Running(Process process, Path out, Path err) {
    Result end() throws Exception {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the launcher did not end within 30 s: " + errors());
      }
      return new Result(process.pid(), process.exitValue(), Files.readString(out), errors());
    }

    String errors() {
      try {
        return Files.readString(err, UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Map<String, String> variables(Object... namesAndValues) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    return variables;
  }

  /// Writes a script that does what another program does.
  static void forward(Path script, Path program) throws IOException {
    script(script, "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static Optional<Path> find(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
