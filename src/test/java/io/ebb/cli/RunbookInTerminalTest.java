package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ebb.sim.FastClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A runbook in a real terminal, carried out by somebody who has second thoughts, on a machine that
/// fails, and told to somebody who was not there.
@Timeout(240)
final class RunbookInTerminalTest {
  private static final String TEXT =
      """
      ---
      title: Empty rack four
      params:
        nodes: {type: nodes, default: "node[29-30]"}
      ---
      # 清空机架

      ```js {name=look}
      const rack = ehpc.cluster("ehpc-8jqdq0mz").nodes().named(params.nodes)
      share.set("nodes", rack)
      ```

      ```text {manual name=copied}
      Ask the owners whether their data is copied.
      ```

      ```js {name=extra}
      log("never" + " said")
      ```

      ```python {name=retire confirm="Is the rack to be emptied?" timeout=4h}
      ehpc.cluster("ehpc-8jqdq0mz").retire(share.get("nodes"), batch="2").apply()
      ```
      """;

  /// So that a terminal shows each step of a plan, and none takes long.
  private static final double SPEED = 20;

  @TempDir private Path folder;
  private Simulator simulator;

  @BeforeEach
  void serve() throws IOException {
    assumeTrue(Pane.available(), "there is no tmux");
    Files.writeString(folder.resolve("rack.md"), TEXT);
    simulator =
        Simulator.start(
            Scenario.standard(), SimOptions.defaults().withWorld(FastClock.times(SPEED)));
  }

  @AfterEach
  void end() {
    if (simulator != null) {
      simulator.close();
    }
  }

  private Shell shell() {
    return Shell.with(simulator).set("XDG_STATE_HOME", folder.resolve("state").toString());
  }

  private Pane open(String... words) throws IOException {
    Map<String, String> environment = new TreeMap<>(shell().variables());
    environment.putAll(
        Map.of("TERM", "xterm-256color", "HOME", folder.toString(), "EBB_TTY", "012"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dpolyglot.engine.WarnInterpreterOnly=false");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return Pane.open(folder, 100, 60, environment, command);
  }

  @Test
  void stepsAreRefusedTheProcessIsKilledAndTheReportAccountsForEachNode() throws Exception {
    try (Pane pane = open("run", folder.resolve("rack.md").toString(), "--step")) {
      pane.shows("清空机架").shows("share.set(\"nodes\", rack)").shows("carry out block \"look\"?");
      pane.enter("yes").shows("look done in").shows("Ask the owners").shows("block \"copied\"?");
      pane.enter("yes").shows("copied: done, skip or abort:");
      pane.press("Enter").shows("copied: done, skip or abort:", 2);
      pane.enter("done: by mail").shows("copied done in").shows("block \"extra\"?");
      pane.enter("skip").shows("extra skipped").shows("block \"retire\"?");
      pane.enter("stop");
      assertThat(pane.exit()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(pane.screen()).contains("ebb resume");
    }
    try (Pane pane = open("resume", "last")) {
      pane.shows("block \"retire\"?").enter("yes").shows("Is the rack to be emptied?").enter("yes");
      pane.shows("type 2 to go on:").enter("2").shows("deletion goes on").kill();
      assertThat(pane.exit()).isEqualTo(128 + 9);
    }
    assertThat(shell().run("show", "last").out())
        .contains("interrupted", "retire not finished", "past the point of no return");
    assertThat(outcomes("open", "open")).contains("retire", "not ended");
    try (Pane pane = open("resume", "last")) {
      pane.shows("type 2 to go on:").enter("2").shows("retire done");
      assertThat(pane.exit()).isZero();
    }
    assertThat(outcomes("retired", "retired"))
        .contains("block 3, extra: skipped", "by mail", "carry out block \"extra\"?")
        .doesNotContain("never said");
  }

  @Test
  void whatIsTypedBeforeAQuestionIsNoAnswerToIt() throws Exception {
    String code = "sleep('5s'); log(confirm('Go on?') ? 'went' + ' on' : 'stayed')";
    try (Pane pane = open("run", "--eval", code)) {
      pane.shows("waiting until").enter("yes").shows("Go on? yes or no");
      pane.enter("no").shows("stayed");
      assertThat(pane.exit()).isZero();
      assertThat(pane.screen()).doesNotContain("went on");
    }
  }

  /// The report for people, when it has the nodes of the plan, each with this outcome.
  private String outcomes(String first, String second) {
    JsonNode nodes =
        new JsonMapper().readTree(shell().run("report", "last", "-o", "json").out()).path("nodes");
    assertThat(nodes.findValuesAsString("host")).containsExactly("node29", "node30");
    assertThat(nodes.findValuesAsString("outcome")).containsExactly(first, second);
    return shell().run("report", "last", "-o", "md").out();
  }
}
