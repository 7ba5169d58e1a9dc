package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One process runs a script that retires a node and then waits for another; others look at its
/// run, steer it, and go on with it.
@EnabledOnOs(OS.LINUX)
@Timeout(180)
final class ScriptRunsTest {
  private static final String SECRET = "open-sesame-7391";

  /// On node13 a job goes on for six hours.
  private static final String TEXT =
      """
      // ---
      // params:
      //   token: {type: secret}
      //   hours: {type: int, default: 9}
      // ---
      const cluster = ehpc.cluster("ehpc-8jqdq0mz")
      try { cluster.queue(params.token) } catch (e) { log(e.name) }
      cluster.retire("node5", {batch: "all"}).apply()
      const run = cluster.retire("node13", {batch: "all", drain: `${params.hours}h`}).apply()
      log(`both done: ${run.retired}, ${typeof params.hours}`)
      """;

  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path folder;
  private Path script;
  private Path token;
  private Simulator simulator;
  private Shell shell;
  private EbbProcess owner;

  @BeforeEach
  void begin() throws Exception {
    script = Files.writeString(folder.resolve("two.js"), TEXT);
    token = Files.writeString(folder.resolve("token"), SECRET);
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state().toString()).in(world);
    List<String> words = new ArrayList<>(List.of(world.beginning().toString()));
    words.addAll(List.of("run", script.toString(), "--token", "@" + token, "--yes"));
    owner =
        EbbProcess.start(QuickWorld.class, shell.variables(), words).prints("may be using node13");
  }

  @AfterEach
  void end() {
    owner.close();
    simulator.close();
  }

  private Path state() {
    return folder.resolve("state");
  }

  private List<String> deleted() {
    return simulator.calls().stream()
        .map(Call::path)
        .filter(path -> path.endsWith("/deleteNodes"))
        .toList();
  }

  private String run() {
    return shell.run("runs", "-o", "json").json().get(0).path("run").asString();
  }

  @Test
  void partThatIsResumedResumesTheWholeScriptAsItWasStored() throws Exception {
    assertThat(owner.signal("INT").exit()).isEqualTo(ExitCode.INTERRUPTED);
    String run = run();
    assertThat(owner.lines()).anyMatch(line -> line.contains("next: ebb resume " + run + " "));
    assertThat(shell.run("runs").out().lines().map(String::stripTrailing))
        .anyMatch(line -> line.startsWith(run + " ") && line.contains("interrupted"))
        .anyMatch(line -> line.startsWith("  " + run + ".1 ") && line.contains("1 retired"))
        .anyMatch(line -> line.startsWith("  " + run + ".2 ") && line.contains("1 open"));
    Result node = shell.run("runs", "--node", "node5", "--outcome", "retired", "--script", "two*");
    assertThat(node.out()).contains(run + ".1", "node5 retired ").doesNotContain(run + ".2");
    assertThat(shell.run("runs", "--node", "node5", "--outcome", "kept").out()).isEmpty();
    assertThat(shell.run("runs", "--since", "1h", "-o", "name").out()).contains(run);
    Result typo = shell.run("runs", "--state", "interupted");
    assertThat(typo.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(typo.err()).contains("did you mean interrupted?");
    Files.writeString(script, "log('another one')");
    world.pass(Duration.ofHours(6));
    Result resumed = shell.run("resume", run + ".2", "--token", "@" + token, "--yes");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("both done: node13, number");
    assertThat(deleted()).hasSize(2);
    JsonNode shown = shell.run("show", run, "-o", "json").json();
    assertThat(shown.path("state").asString()).isEqualTo("done");
    assertThat(shown.path("recorded_calls").asInt()).isEqualTo(7);
    assertThat(shell.run("resume", run, "--token", "@" + token, "--yes").exit())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(shell.run("undo", run).exit()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void secretIsNowhereInTheJournalAndHasToBeGivenAgain() throws Exception {
    owner.signal("KILL").exit();
    assertThat(written()).doesNotContain(SECRET).contains("cluster.queue", "***");
    Result without = shell.run("resume", "last", "--yes");
    assertThat(without.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(without.err()).contains("--token is missing");
    Result shown = shell.run("show", "last");
    assertThat(shown.out()).contains("interrupted", "6 calls recorded", "1 retired", "1 open");
    assertThat(shown.out() + shown.err()).doesNotContain(SECRET);
  }

  @Test
  void killedScriptIsUndone() throws Exception {
    owner.signal("KILL").exit();
    String run = run();
    Result undone = shell.run("undo", run, "-o", "json");
    assertThat(undone.exit()).as(undone.err()).isZero();
    JsonNode left = undone.json();
    assertThat(left.path("state").asString()).isEqualTo("cancelled");
    assertThat(left.path("parts").get(0).path("state").asString()).isEqualTo("done");
    assertThat(left.path("parts").get(1).path("state").asString()).isEqualTo("cancelled");
    assertThat(left.path("nodes").get(1).path("outcome").asString()).isEqualTo("kept");
    assertThat(deleted()).hasSize(1);
    Result resumed = shell.run("resume", run, "--token", "@" + token, "--yes");
    assertThat(resumed.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(resumed.err()).contains("has ended: it is cancelled");
  }

  @Test
  void wishToCancelReachesTheScriptAndItsPart() throws Exception {
    String run = run();
    Result cancelled = shell.run("cancel", run, "-o", "json");
    assertThat(cancelled.exit()).as(cancelled.err()).isZero();
    assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
    assertThat(cancelled.json().path("parts").get(1).path("state").asString())
        .isEqualTo("cancelled");
    assertThat(owner.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(owner.printed()).doesNotContain("both done");
    assertThat(deleted()).hasSize(1);
  }

  /// All that is in the state folder, as bytes.
  private String written() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(state())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
