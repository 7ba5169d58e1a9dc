package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.script.Language;
import io.ebb.sim.Call;
import io.ebb.sim.Change;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The scripts that ship, run as an operator runs them, on the cluster of the standard scenario.
@Timeout(120)
final class ShippedScriptsTest {
  private static final Path FOLDER = Path.of("scripts");

  /// After that long, none of them runs any more.
  private static final Duration ALL_JOBS_OF_VIS = Duration.ofHours(3);

  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path state;
  private Simulator simulator;
  private Shell shell;

  @BeforeEach
  void serve() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state.toString()).in(world);
  }

  @AfterEach
  void end() {
    assertThat(changed(Change.Kind.JOB_LOST)).isEmpty();
    simulator.close();
  }

  private Result run(String script, String... more) {
    List<String> words = new ArrayList<>(List.of("run", FOLDER.resolve(script).toString()));
    words.addAll(List.of("--cluster", Shell.CLUSTER, "--yes"));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  private List<Change> changed(Change.Kind kind) {
    return simulator.changes().stream().filter(change -> change.kind() == kind).toList();
  }

  private List<String> called() {
    return simulator.calls().stream().map(Call::path).toList();
  }

  /// What each is given, so that it has something to do.
  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("retire-idle.js", List.of("--queue", "batch", "--count", "2")),
        Arguments.of("retire-idle.py", List.of("--queue", "batch", "--count", "2")),
        Arguments.of("retire-nodes.js", List.of("--nodes", "node[5,7]")),
        Arguments.of("shrink.py", List.of("--queue", "vis", "--size", "6")),
        Arguments.of("empty-queue.py", List.of("--queue", "vis")),
        Arguments.of("empty-queue.py", List.of("--queue", "vis", "--move-to", "batch")),
        Arguments.of("replace-unhealthy.js", List.of("--queue", "batch")),
        Arguments.of("roll-restart.py", List.of("--queue", "vis", "--nodes", "node[27-29]")),
        Arguments.of("idle-cost.js", List.of("--price", "1.5")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("scripts")
  void dryRunComesToItsEndAndChangesNothing(String script, List<String> given) {
    List<String> words = new ArrayList<>(given);
    words.add("--dry-run");

    Result result = run(script, words.toArray(String[]::new));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(changed(Change.Kind.OPERATION_STARTED)).isEmpty();
  }

  @Test
  void everyScriptIsTriedHereAndSaysWhatItIsFor() throws IOException {
    Set<String> shipped = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> Language.ofFile(name).isPresent())
          .forEach(shipped::add);
    }
    assertThat(shipped)
        .isEqualTo(new TreeSet<>(scripts().map(each -> each.get()[0].toString()).toList()))
        .allSatisfy(script -> {
          Result help = shell.run("run", FOLDER.resolve(script).toString(), "--help");
          assertThat(help.exit()).isZero();
          assertThat(help.out()).contains("--cluster", "Usage: ebb run");
        });
  }

  @Test
  void namedNodesAreRetired() {
    assertThat(run("retire-nodes.js", "--nodes", "node[5,7]", "--batch", "all").exit()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(2);
  }

  @Test
  void queueShrinksToItsSizeByTheNodesThatAreEasiestToSpare() {
    Result result =
        run("shrink.py", "--queue", "vis", "--size", "5", "--keep", "node32", "-o", "json");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.lastJson().path("nodes").valueStream().map(n -> n.path("host").asString()))
        .containsExactlyInAnyOrder("node28", "node29", "node30");
    assertThat(run("shrink.py", "--queue", "vis", "--size", "5").err()).contains("nothing to do");
  }

  @Test
  void queueIsEmptiedAndDeleted() {
    world.pass(ALL_JOBS_OF_VIS);
    Result result = run("empty-queue.py", "--queue", "vis");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(8);
    assertThat(called()).filteredOn(path -> path.endsWith("/delQueues")).hasSize(1);
    assertThat(run("idle-cost.js", "-o", "json").firstJson()).hasSize(1);
  }

  @Test
  void nodesMoveToAnotherQueueBeforeTheirsIsDeleted() {
    world.pass(ALL_JOBS_OF_VIS);
    Result result = run("empty-queue.py", "--queue", "vis", "--move-to", "batch");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).isEmpty();
    assertThat(changed(Change.Kind.NODE_JOINED)).hasSize(8);
    assertThat(called()).filteredOn(path -> path.endsWith("/delQueues")).hasSize(1);
  }

  @Test
  void nodesThatStayBusyGoBackAndTheQueueStays() {
    Result result = run("empty-queue.py", "--queue", "vis", "--move-to", "batch", "--drain", "1m");

    assertThat(result.exit()).isEqualTo(ExitCode.SCRIPT);
    assertThat(result.err()).contains("node[26,31] still run jobs after 1m");
    assertThat(called()).filteredOn(path -> path.endsWith("/delQueues")).isEmpty();
    assertThat(changed(Change.Kind.NODE_JOINED)).hasSize(8);
  }

  @Test
  void unhealthyNodesAreReplacedByAsManyNewOnes() {
    Result result = run("replace-unhealthy.js", "--queue", "vis");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(1);
    assertThat(changed(Change.Kind.NODE_CREATED)).hasSize(1);
    assertThat(changed(Change.Kind.NODE_JOINED).getLast().queue()).isEqualTo("ehpcq-m7qglynz");
    assertThat(run("replace-unhealthy.js", "--queue", "vis").err()).contains("nothing to do");
  }

  @Test
  void restartsRollThroughAQueue() {
    Result result = run("roll-restart.py", "--queue", "vis", "--nodes", "node[27-29]");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("restarted 3 of 3 nodes");
    assertThat(called()).filteredOn(path -> path.endsWith("/restartNodes")).hasSize(2);
    assertThat(changed(Change.Kind.NODE_JOINED)).hasSize(3);
  }

  @Test
  void busyNodesAreNotRestarted() {
    Result result =
        run("roll-restart.py", "--queue", "vis", "--nodes", "node[26-27]", "--drain", "1m");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("restarted 1 of 2 nodes", "not restarted", "node26");
    assertThat(changed(Change.Kind.NODE_JOINED)).hasSize(2);
  }

  @Test
  void idleNodesAreReportedByQueueAndNothingElseIsCalled() {
    Result result = run("idle-cost.js", "--price", "1.5", "-o", "json");

    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode vis = result.firstJson().get(1);
    assertThat(vis.path("queue").asString()).isEqualTo("vis");
    assertThat(vis.path("idle").asInt()).isEqualTo(6);
    assertThat(vis.path("cost a week").asDouble()).isEqualTo(6 * 168 * 1.5);
    assertThat(changed(Change.Kind.OPERATION_STARTED)).isEmpty();
  }
}
