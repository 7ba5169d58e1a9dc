package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An `ebb` command in a process of its own, and what it has printed so far, on both streams.
final class EbbProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final StringBuilder printed = new StringBuilder();

  private EbbProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /// @param main runs the words as a command line
  /// @param variables the environment, beside that of this process
  static EbbProcess start(Class<?> main, Map<String, String> variables, List<String> words) {
    List<String> command = new ArrayList<>();
    // Whoever runs the tests in the background has them ignore SIGINT.
    command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      return new EbbProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /// Waits until it prints this, behind what was waited for before.
  EbbProcess prints(String text) throws IOException {
    int from = printed.length();
    while (printed.indexOf(text, from) < 0) {
      int next = output.read();
      assertThat(next).as("what comes after %s, up to %s", printed, text).isNotNegative();
      printed.append((char) next);
    }
    return this;
  }

  /// Sends it a signal, for example `INT`.
  EbbProcess signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + pid()).start().waitFor();
    return this;
  }

  /// Its exit code, which has to come soon.
  int exit() throws InterruptedException {
    output.lines().forEach(line -> printed.append(line).append('\n'));
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String printed() {
    return printed.toString();
  }

  Stream<String> lines() {
    return printed().lines();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
