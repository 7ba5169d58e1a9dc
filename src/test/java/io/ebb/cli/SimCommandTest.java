package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ebb sim` that cannot begin, and faults in a scenario. How it serves: [ServedTest].
final class SimCommandTest {
  @TempDir private Path folder;

  @Test
  void portThatIsTakenIsAUsageErrorThatSaysWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result result = Shell.bare().run("sim", "--port", "" + taken.getLocalPort());
      assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err())
          .contains("cannot listen on port " + taken.getLocalPort(), "0 takes a free one");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--port 70000; from 1 to 65535, or 0 for a free one",
        "--port -1; from 1 to 65535",
        "--port http; --port",
        "--speed 0; speed 0.0 is not positive",
        "--faults none.yaml; faults none.yaml: there is no such file",
        "--sim; is the simulated service itself: leave --sim out",
        "--faluts x; did you mean --faults?",
        "--seed x; --seed",
        "none.yaml; scenario none.yaml: there is no such file",
      })
  void wrongOptionIsAUsageError(String words, String advice) {
    Result result = Shell.bare().run(("sim " + words).split(" "));
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(advice);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void logThatCannotBeWrittenIsAUsageError() {
    Path nowhere = folder.resolve("none").resolve("requests.log");
    Result result = Shell.bare().run("sim", "--log", nowhere.toString());
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--log " + nowhere + " cannot be written: there is no such folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rules: [{paht: /operation, reset: after}]; there is no key [paht] here",
        "rules: [{path: /operation, calls: often, reset: after}]; [often] says no calls",
        "dialect: {variants: [nodelist]}; there is no [nodelist]",
        "rules: [; rules",
        "''; keys with values are needed here; there are: seed, dialect, rules",
        "# later; keys with values are needed here; there are: seed",
        "~; keys with values are needed here; there are: seed",
        "often; keys with values are needed here; there are: seed",
      })
  void mistakeInAFaultsFileIsAUsageErrorThatNamesFileAndKey(String yaml, String named)
      throws IOException {
    Path file = Files.writeString(folder.resolve("faults.yaml"), yaml);
    Result result = Shell.bare().run("sim", "--faults", file.toString());
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("faults " + file).contains(named);
  }

  @Test
  void scenarioWithFaultsPlaysInProcessToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("world.yaml"),
            """
            clusters: [{id: ehpc-1, nodes: [{serials: 1}]}]
            faults:
              seed: 7
              rules: [{path: /cluster/list, calls: first 1, ret-code: 1400, message: 坏了}]
            """);
    Result result = Shell.bare().run("clusters", "--sim=" + file);
    assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("坏了");
    assertThat(result.err()).contains("misbehaves on purpose: rules: 1, seed 7");
  }
}
