package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// One process carries out a run; others look at it, steer it, and go on with it.
@EnabledOnOs(OS.LINUX)
@Timeout(90)
final class RunsAcrossProcessesTest {
  /// A job goes on there for six hours.
  private static final String BUSY = "node13";

  private static final String IDLE = "node5";

  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path state;
  private Simulator simulator;
  private Shell shell;
  private final List<EbbProcess> started = new ArrayList<>();

  @BeforeEach
  void serve() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state.toString()).in(world);
  }

  @AfterEach
  void end() {
    started.forEach(EbbProcess::close);
    simulator.close();
  }

  /// A retire in a process of its own that waits for the job on the busy node.
  private EbbProcess waiting(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("retire", BUSY + "," + IDLE, "-c", Shell.CLUSTER));
    words.addAll(List.of("--batch", "all", "--drain", "9h", "--yes"));
    words.addAll(List.of(more));
    return start(words).prints("may be using " + BUSY);
  }

  private EbbProcess start(List<String> words) {
    List<String> all = new ArrayList<>(List.of(world.beginning().toString()));
    all.addAll(words);
    EbbProcess process = EbbProcess.start(QuickWorld.class, shell.variables(), all);
    started.add(process);
    return process;
  }

  private long deletions() {
    return simulator.calls().stream()
        .map(Call::path)
        .filter(path -> path.endsWith("/deleteNodes"))
        .count();
  }

  @Test
  void killedRunIsSeenToBeInterruptedAndGoneOnWith() throws Exception {
    EbbProcess killed = waiting();
    killed.signal("KILL").exit();
    Result runs = shell.run("runs", "-o", "json");
    assertThat(runs.json().get(0).path("state").asString()).isEqualTo("interrupted");
    Result shown = shell.run("show", "last");
    assertThat(shown.out())
        .contains("process " + killed.pid() + " on ", " is gone", "before the point of no return");
    assertThat(shown.err()).contains("next: ebb resume r-", "ebb undo r-");
    assertThat(shell.run("show", "last", "--watch").err())
        .as("nothing goes on that could be followed")
        .doesNotContain("waits for");
    world.pass(Duration.ofHours(6));
    Result resumed = shell.run("resume", "last", "--yes");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).containsPattern("run r-\\S+ goes on\n").doesNotContain(" began\n");
    assertThat(resumed.out()).contains(" done in ", "2 retired");
    assertThat(deletions()).isEqualTo(1);
    assertThat(shell.run("show", "last", "-o", "json").json().path("resumed").size()).isEqualTo(1);
  }

  @Test
  void killedRunIsUndone() throws Exception {
    waiting().signal("KILL").exit();
    Result undone = shell.run("undo", "last");
    assertThat(undone.exit()).as(undone.err()).isZero();
    assertThat(undone.out()).contains("cancelled", "0 retired, 2 kept");
    assertThat(undone.err()).contains(" is undone\n");
    assertThat(deletions()).isZero();
  }

  @Test
  void secondProcessIsRefusedAndToldWhoCarriesItOut() throws Exception {
    EbbProcess owner = waiting();
    Result again = shell.run("retire", IDLE, "-c", Shell.CLUSTER, "--yes");
    assertThat(again.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("rule 17", "run r-", IDLE);
    Result resumed = shell.run("resume", "last", "--yes", "-o", "json");
    assertThat(resumed.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.run("resume", "last").err())
        .as("nobody is asked or shown what cannot be done")
        .startsWith("error: run r-")
        .contains("process " + owner.pid() + " on ");
    assertThat(resumed.error().path("message").asString())
        .contains("process " + owner.pid() + " on ");
  }

  @Test
  void wishToCancelReachesTheProcessThatCarriesItOut() throws Exception {
    EbbProcess owner = waiting();
    Result cancelled = shell.run("cancel", "last");
    assertThat(cancelled.exit()).as(cancelled.err()).isZero();
    assertThat(cancelled.err()).contains("by process " + owner.pid() + " on ");
    assertThat(cancelled.out()).contains("cancelled", "0 retired, 2 kept");
    assertThat(owner.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(deletions()).isZero();
  }

  @Test
  void runOfAnotherProcessIsFollowedToItsEnd() throws Exception {
    EbbProcess owner = waiting();
    EbbProcess watcher =
        start(List.of("show", "last", "--watch", "-o", "json")).prints("\"state\":\"running\"");
    owner.signal("INT");
    assertThat(owner.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(watcher.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(watcher.lines())
        .anyMatch(line -> line.startsWith("{") && line.contains("\"state\":\"interrupted\""));
  }

  @Test
  void interruptLeavesTheRunAsItStandsAndSaysHowToGoOn() throws Exception {
    EbbProcess interrupted = waiting();
    assertThat(interrupted.signal("INT").exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(interrupted.lines())
        .anyMatch(line -> line.matches(BUSY + " .*open .*before the point of no return.*"))
        .anyMatch(line -> line.equals("stopped as it stands; nothing was put back"))
        .anyMatch(line -> line.contains("ebb resume r-"))
        .anyMatch(line -> line.contains("ebb undo r-"));
    assertThat(simulator.calls()).noneMatch(call -> call.path().endsWith("/addNodes"));
  }
}
