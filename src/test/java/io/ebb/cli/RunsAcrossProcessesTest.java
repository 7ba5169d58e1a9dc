package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
  private @Nullable EbbProcess retire;

  @BeforeEach
  void serve() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state.toString()).in(world);
  }

  @AfterEach
  void end() {
    if (retire != null) {
      retire.close();
    }
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
    EbbProcess started = EbbProcess.start(QuickWorld.class, shell.variables(), all);
    retire = started;
    return started;
  }

  private long deletions() {
    return simulator.calls().stream()
        .map(Call::path)
        .filter(path -> path.endsWith("/deleteNodes"))
        .count();
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
    CompletableFuture<Result> watching =
        CompletableFuture.supplyAsync(() -> shell.run("show", "1", "--watch", "-o", "json"));
    owner.signal("INT");
    assertThat(owner.exit()).isEqualTo(ExitCode.INTERRUPTED);
    Result watched = watching.join();
    assertThat(watched.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(watched.firstJson().path("state").asString()).isEqualTo("running");
    assertThat(watched.lastJson().path("state").asString()).isEqualTo("interrupted");
  }

  @Test
  void interruptLeavesTheRunAsItStandsAndSaysHowToGoOn() throws Exception {
    EbbProcess interrupted = waiting();
    assertThat(interrupted.signal("INT").exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(interrupted.lines())
        .anyMatch(line -> line.matches(BUSY + " .*open .*"))
        .anyMatch(line -> line.contains("ebb resume r-"))
        .anyMatch(line -> line.contains("ebb undo r-"));
    assertThat(simulator.calls()).noneMatch(call -> call.path().endsWith("/addNodes"));
  }
}
