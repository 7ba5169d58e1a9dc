package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C, and a request to terminate, at a process of its own.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class InterruptionTest {
  private final StringBuilder printed = new StringBuilder();
  private @Nullable Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void endlessScriptIsStopped(String signal) throws Exception {
    String endless = "log('started'); while (true) { try { for (;;) {} } catch (e) {} }";
    Process ebb = start("run", "--sim", "--eval", endless);
    signalAfter("started", signal);
    assertThat(exit(ebb)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(lines()).contains("error: the script was interrupted");
  }

  @Test
  void nodesThatWaitForTheirJobsAreLeftAsTheyStand() throws Exception {
    Process ebb = retire("node[1,5]", "--batch", "all");
    signalAfter("may be using node1", "INT");
    assertThat(exit(ebb)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(lines())
        .anyMatch(line -> line.matches("node1 .*open .*"))
        .anyMatch(line -> line.matches("node5 .*open .*"))
        .anyMatch(line -> line.matches("run .* interrupted .* 0 retired.*"))
        .last()
        .asString()
        .contains("journal end here: nothing is left to resume");
  }

  @Test
  void deletionThatHasBegunIsNotWaitedFor() throws Exception {
    Process ebb = retire("node[5-6]");
    signalAfter("deletion ", "TERM");
    assertThat(exit(ebb)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(lines())
        .anyMatch(line -> line.matches("node5 .*open .*"))
        .anyMatch(line -> line.matches("node6 .*open .*"))
        .anyMatch(line -> line.matches("run .* interrupted .* 0 retired.*"))
        .last()
        .asString()
        .contains("journal end here: nothing is left to resume");
  }

  @Test
  void secondInterruptEndsTheProcessAtOnce() throws Exception {
    Process ebb = retire("node1");
    signalAfter("may be using node1", "INT");
    signalAfter("stopping", "INT");
    assertThat(exit(ebb)).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void questionIsAnsweredByTheInterrupt() throws Exception {
    Process ebb = start("retire", "node5", "--cluster", Shell.CLUSTER, "--sim");
    signalAfter("type 1 to go on: ", "INT");
    assertThat(exit(ebb)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(printed).contains("not confirmed").doesNotContain("began");
  }

  @Test
  void simulatorServesUntilItIsInterrupted() throws Exception {
    Process ebb = start("sim");
    signalAfter("ebb clusters", "INT");
    assertThat(exit(ebb)).isZero();
    assertThat(lines())
        .contains("simulator stopped")
        .anyMatch(line -> line.startsWith("export EBB_ENDPOINT=http://127.0.0.1:"));
  }

  private Process retire(String nodes, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("retire", nodes, "--cluster", Shell.CLUSTER));
    words.addAll(List.of("--sim", "--drain", "3h", "--yes"));
    words.addAll(List.of(more));
    return start(words.toArray(String[]::new));
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    // Whoever runs the tests in the background has them ignore SIGINT.
    command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("EBB_TTY", "0");
    Process started = builder.start();
    process = started;
    return started;
  }

  private void signalAfter(String text, String signal) throws Exception {
    Process running = Objects.requireNonNull(process);
    int from = printed.length();
    while (printed.indexOf(text, from) < 0) {
      int next = running.inputReader().read();
      assertThat(next).as("what comes after %s, up to %s", printed, text).isNotNegative();
      printed.append((char) next);
    }
    new ProcessBuilder("kill", "-" + signal, "" + running.pid()).start().waitFor();
  }

  /// The exit code, which has to come soon.
  private int exit(Process running) throws Exception {
    running.inputReader().lines().forEach(line -> printed.append(line).append('\n'));
    assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return running.exitValue();
  }

  private Stream<String> lines() {
    return printed.toString().lines();
  }
}
