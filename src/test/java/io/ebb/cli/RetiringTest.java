package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `ebb run` and `ebb retire` with right input, on simulated clusters.
final class RetiringTest {
  private static final String[] ARGUMENTS = {"--queue", "batch", "--count", "2", "--yes"};

  private final Shell shell = Shell.bare();

  @ParameterizedTest
  @ValueSource(strings = {"js", "py"})
  void shippedScriptRetiresInBothLanguagesAlike(String extension) {
    Result result = script(extension, "-o", "json");
    assertThat(result.exit()).isZero();
    JsonNode run = result.lastJson();
    assertThat(run.propertyNames())
        .containsExactly(
            "run",
            "state",
            "plan",
            "cluster",
            "nodes",
            "stopped",
            "calls",
            "started_at",
            "ended_at");
    assertThat(run.path("state").asString()).isEqualTo("done");
    assertThat(run.path("nodes").valueStream().map(node -> node.path("host").asString()))
        .containsExactly("node23", "node24");
    assertThat(run.path("nodes").valueStream())
        .allSatisfy(node -> {
          assertThat(node.propertyNames()).containsExactly("host", "id", "outcome", "reason");
          assertThat(node.path("outcome").asString()).isEqualTo("retired");
        });
  }

  @Test
  void tableShowsPlanAndOutcomesOnceAndProgressGoesToStandardError() {
    Result result = script("js");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .startsWith("plan ")
        .containsOnlyOnce("  guard    ")
        .containsOnlyOnce("OUTCOME")
        .contains(": 2 retired, 0 kept, 0 unknown · ");
    assertThat(result.err()).contains("began", "node23: delete", "waits for", "node23 retired");
  }

  @Test
  void quietTellsResultsOnly() {
    assertThat(
            shell.simulated("retire", "node[5,7]", "--batch", "all", "--yes", "-q", "-o", "name"))
        .isEqualTo(new Result(0, "node5\nnode7\n", ""));
  }

  private Result script(String extension, String... more) {
    String[] words = new String[2 + ARGUMENTS.length + more.length];
    words[0] = "run";
    words[1] = "scripts/retire-idle." + extension;
    System.arraycopy(ARGUMENTS, 0, words, 2, ARGUMENTS.length);
    System.arraycopy(more, 0, words, 2 + ARGUMENTS.length, more.length);
    return shell.simulated(words);
  }

  @Test
  void retireNeedsNoScript() {
    Result result = shell.simulated("retire", "node[5,7]", "--batch", "all", "--yes", "-o", "yaml");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("state: \"done\"", "outcome: \"retired\"");
  }

  @Test
  void nodeThatStaysBusyIsKeptAndTheRunIsPartial() {
    Result result =
        shell.simulated("retire", "node[5,13]", "--drain", "1m", "--batch", "all", "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.PARTIAL);
    assertThat(result.out())
        .contains("job 8804 was still running at the deadline; back in queue batch")
        .contains(": 1 retired, 1 kept, 0 unknown · ");
    assertThat(result.err()).contains("job 8804 may be using node13", "at the latest in");
  }

  @Test
  void rightNumberTypedGoesOn() {
    Result result = shell.typing("1\n").simulated("retire", "node5");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("Retire 1 node? type 1 to go on: ");
    assertThat(result.out()).contains("1 retired");
  }

  // --- what must change nothing

  @ParameterizedTest
  @ValueSource(strings = {"y", "yes", "2", ""})
  void anyOtherAnswerIsRefused(String answer) {
    try (Simulator simulator = serve()) {
      Result result =
          Shell.with(simulator).typing(answer + "\n").run("retire", "node[5-7]", "-c", CLUSTER);
      assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
      assertThat(result.err()).contains("type 3 to go on", "was not confirmed", answer);
      assertUntouched(simulator);
    }
  }

  @Test
  void withoutTerminalAndConfirmationItIsRefused() {
    try (Simulator simulator = serve()) {
      Result result = Shell.with(simulator).piping("3\n").run("retire", "node[5-7]", "-c", CLUSTER);
      assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
      assertThat(result.err()).contains("not a terminal", "--yes");
      assertUntouched(simulator);
    }
  }

  @Test
  void nobodyIsAskedWhereInputIsForbidden() {
    try (Simulator simulator = serve()) {
      Result result =
          Shell.with(simulator)
              .typing("1\n")
              .run("retire", "node5", "-c", CLUSTER, "--no-input", "-o", "json");
      assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
      assertThat(result.error().path("kind").asString()).isEqualTo("refused");
      assertUntouched(simulator);
    }
  }

  @Test
  void dryRunShowsThePlanAndChangesNothing() {
    try (Simulator simulator = serve()) {
      Result result =
          Shell.with(simulator)
              .run("retire", "node[5-7]", "-c", CLUSTER, "--dry-run", "-o", "json");
      assertThat(result.exit()).isZero();
      assertThat(result.json().propertyNames())
          .containsExactly(
              "plan",
              "title",
              "cluster",
              "nodes",
              "violations",
              "overrides",
              "calls",
              "budget",
              "earliest_end",
              "latest_end");
      assertUntouched(simulator);
    }
  }

  @Test
  void dryRunSaysHowManyNodesItIsAbout() {
    assertThat(shell.simulated("retire", "node[5-7]", "--dry-run").out())
        .endsWith("dry run for 3 nodes: nothing was changed\n");
    assertThat(shell.simulated("retire", "node5", "--dry-run").out())
        .endsWith("dry run for 1 node: nothing was changed\n");
  }

  private static Simulator serve() {
    return Simulator.start(Scenario.standard(), SimOptions.defaults());
  }

  private static void assertUntouched(Simulator simulator) {
    assertThat(simulator.calls())
        .extracting(Call::path)
        .isNotEmpty()
        .noneMatch(path -> path.matches(".*/(add|remove|delete)Nodes"));
  }

  // --- scripts from elsewhere

  @Test
  void scriptMayComeFromStandardInput() {
    assertThat(shell.piping("show(40 + 2)\n").run("run", "-", "--sim"))
        .isEqualTo(new Result(0, "42\n", ""));
    assertThat(shell.piping("show(6 * 7)\n").run("run", "-", "--lang", "python", "--sim"))
        .isEqualTo(new Result(0, "42\n", ""));
  }

  @Test
  void printsOfAScriptKeepJsonPure() {
    Result result =
        shell.run("run", "--sim", "--eval", "console.log('noise'); show({a: '节点'})", "-o", "json");
    assertThat(result).isEqualTo(new Result(0, "{\"a\":\"节点\"}\n", "noise\n"));
  }

  @Test
  void helpOfAScriptShowsItsParameters() {
    Result result = shell.run("run", "scripts/retire-idle.py", "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .startsWith("Retire idle nodes\n")
        .contains("--count", "int", "how many nodes at most", "default 1h", "--dry-run");
    assertThat(shell.run("run", "--help").out()).contains("FILE|-", "--eval");
  }
}
