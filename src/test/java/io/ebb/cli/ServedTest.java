package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ebb sim` as a process of its own, spoken to over the wire and ended by Ctrl-C.
final class ServedTest {
  @TempDir private Path folder;
  private final Map<String, String> exports = new HashMap<>();
  private final StringBuilder printed = new StringBuilder();
  private @Nullable Process process;

  @AfterEach
  void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void faultsAndDialectOfAFileAreServed() throws Exception {
    Path faults =
        Files.writeString(
            folder.resolve("faults.yaml"),
            """
            dialect: {variants: [http-status-of-errors]}
            rules:
              - {path: /operation, calls: 1, reset: before}
              - {path: /job/list, status: 503}
            """);
    Path log = folder.resolve("requests.log");
    Process ebb = start("--faults", faults.toString(), "--seed", "7", "--log", log.toString());
    assertThat(printed).contains("Misbehaving on purpose: rules: 2, http-status-of-errors, seed 7");
    assertThat(exchange("GET /api/operation?signature=S3CRET HTTP/1.0\r\n\r\n")).isEmpty();
    assertThat(exchange("GET /api/job/list HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 503 ")
        .contains("Content-Type: text/html");
    assertThat(exchange("GET /api/cluster/list HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"ret_code\":1100");
    assertThat(shell().run("clusters").exit()).isZero();
    interrupt(ebb);
    assertThat(printed).contains("simulator stopped");
    assertThat(Files.readAllLines(log))
        .satisfies(lines -> {
          assertThat(lines.get(0)).contains("GET /operation unanswered", "ResetBefore");
          assertThat(lines.get(1)).contains("GET /job/list unanswered", "HttpStatus");
          assertThat(lines.get(2)).contains("GET /cluster/list ret_code=1100");
          assertThat(lines.get(3)).contains("GET /cluster/list ret_code=0", "owner=usr-ebbsim01");
        })
        .noneMatch(line -> line.contains("S3CRET") || line.contains("signature"));
  }

  @Test
  void worldLivesFastWhileSignaturesAreCheckedByTheRealTime() throws Exception {
    Process ebb = start("--speed", "100000", "-v");
    Instant begin = Instant.now();
    assertThat(shell().run("clusters").exit()).isZero();
    interrupt(ebb);
    Instant logged =
        printed
            .toString()
            .lines()
            .filter(line -> line.contains(" GET /cluster/list ret_code=0 "))
            .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
            .findFirst()
            .orElseThrow();
    assertThat(logged).isAfter(begin.plus(Duration.ofMinutes(2)));
  }

  private Shell shell() {
    Shell shell = Shell.bare();
    for (Map.Entry<String, String> export : exports.entrySet()) {
      shell = shell.set(export.getKey(), export.getValue());
    }
    return shell;
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    // Whoever runs the tests in the background has them ignore SIGINT.
    command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("sim");
    command.addAll(List.of(words));
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    String line = "";
    while (!line.contains("ebb clusters")) {
      line = started.inputReader().readLine();
      assertThat(line).as("what comes after %s", printed).isNotNull();
      printed.append(line).append('\n');
      if (line.startsWith("export ")) {
        String[] export = line.substring("export ".length()).split("=", 2);
        exports.put(export[0], export[1]);
      }
    }
    return started;
  }

  private String exchange(String sent) throws IOException {
    String endpoint = exports.getOrDefault("EBB_ENDPOINT", "");
    int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }

  private void interrupt(Process ebb) throws Exception {
    new ProcessBuilder("kill", "-INT", "" + ebb.pid()).start().waitFor();
    ebb.inputReader().lines().forEach(line -> printed.append(line).append('\n'));
    assertThat(ebb.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ebb.exitValue()).isZero();
  }
}
