package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.script.runbook.Runbook;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The runbooks that ship, run as an operator runs them.
@Timeout(120)
final class ShippedRunbooksTest {
  private static final Path FOLDER = Path.of("scripts");

  /// After that long, none of them runs any more.
  private static final Duration ALL_JOBS_OF_VIS = Duration.ofHours(3);

  private static final String CLUSTER = Shell.CLUSTER;

  /// Three nodes of a queue are unhealthy.
  private static final String SICK =
      """
      clusters:
        - id: %s
          queues:
            - {id: ehpcq-m7qglynz, partition: vis}
            - {id: ehpcq-z0pdsjch, partition: batch, default: true}
          nodes:
            - {role: login, serials: 1}
            - {role: controller, serials: 1}
            - {serials: 1-3, queue: vis, health: unhealthy}
            - {serials: 4-6, queue: vis}
            - {serials: 7-9, queue: batch}
      """
          .formatted(CLUSTER);

  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path folder;
  private Simulator simulator = serve(Scenario.standard());

  private Simulator serve(Scenario scenario) {
    return Simulator.start(scenario, SimOptions.defaults().withWorld(world));
  }

  @AfterEach
  void end() {
    assertThat(changed(Change.Kind.JOB_LOST)).isEmpty();
    simulator.close();
  }

  private Shell shell() {
    return Shell.with(simulator)
        .set("XDG_STATE_HOME", folder.resolve("state").toString())
        .in(world);
  }

  private Result run(Shell shell, String runbook, String... more) {
    List<String> words = new ArrayList<>(List.of("run", FOLDER.resolve(runbook).toString()));
    words.addAll(List.of("--cluster", CLUSTER, "--yes"));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  private List<Change> changed(Change.Kind kind) {
    return simulator.changes().stream().filter(change -> change.kind() == kind).toList();
  }

  private long called(String action) {
    return simulator.calls().stream().map(Call::path).filter(each -> each.endsWith(action)).count();
  }

  /// What each is given, so that it has something to do.
  static Stream<Arguments> runbooks() {
    return Stream.of(
        Arguments.of("decommission-queue.md", List.of("--queue", "vis")),
        Arguments.of("end-of-contract.md", List.of("--nodes", "node[5,7]", "--contract", "C-7")),
        Arguments.of("replace-unhealthy.md", List.of("--queue", "vis")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("runbooks")
  void dryRunComesToItsEndAndChangesNothing(String runbook, List<String> given) {
    List<String> words = new ArrayList<>(given);
    words.add("--dry-run");

    Result result = run(shell(), runbook, words.toArray(String[]::new));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("planned · blocks: ");
    assertThat(changed(Change.Kind.OPERATION_STARTED)).isEmpty();
  }

  @Test
  void everyRunbookIsTriedHereAndSaysWhatItIsFor() throws IOException {
    Set<String> shipped = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(Runbook.EXTENSION))
          .forEach(shipped::add);
    }
    assertThat(shipped)
        .isEqualTo(new TreeSet<>(runbooks().map(each -> each.get()[0].toString()).toList()))
        .allSatisfy(name -> {
          Runbook runbook = Runbook.read(FOLDER.resolve(name));
          assertThat(runbook.head().title()).isNotEmpty();
          assertThat(runbook.head().description()).isNotEmpty();
          assertThat(runbook.head().parameters()).noneMatch(each -> each.help().isEmpty());
        });
  }

  @Test
  void queueIsDecommissioned() {
    world.pass(ALL_JOBS_OF_VIS);

    Result result = run(shell(), "decommission-queue.md", "--queue", "vis");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(8);
    assertThat(called("/delQueues")).isEqualTo(1);
    assertThat(result.err()).contains("Delete the queue for good? yes", "blocks: 4 done");
  }

  @Test
  void queueStaysUntilItsBusyNodesAreGoneAndTheRunbookIsResumed() {
    Result stopped = run(shell(), "decommission-queue.md", "--queue", "vis", "--drain", "1m");

    assertThat(stopped.exit()).isNotZero();
    assertThat(stopped.err()).contains("2 nodes are still in the queue: node[26,31]");
    assertThat(called("/delQueues")).isZero();

    world.pass(ALL_JOBS_OF_VIS);
    Result more = shell().run("retire", "node[26,31]", "--cluster", CLUSTER, "--yes");
    assertThat(more.exit()).as(more.err()).isZero();
    String run = stopped.err().replaceAll("(?s).*ebb resume (r-\\S+).*", "$1");
    Result resumed = shell().run("resume", run, "--yes");

    assertThat(resumed.err()).contains("done · blocks: 2 done");
    assertThat(resumed.exit()).isEqualTo(ExitCode.PARTIAL); // it has not retired two of its nodes
    assertThat(called("/delQueues")).isEqualTo(1);
  }

  @Test
  void contractEndsWhenPeopleHaveDoneTheirPart() {
    String[] given = {"--nodes", "node[5,7]", "--contract", "C-7"};

    Result waiting = run(shell(), "end-of-contract.md", given);
    assertThat(waiting.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(waiting.out()).contains("contract desk", "Was the copy looked at by somebody?");
    assertThat(changed(Change.Kind.OPERATION_STARTED)).isEmpty();

    Result resumed =
        shell()
            .run(
                "resume",
                "last",
                "--yes",
                "--answer",
                "data-copied=done: 王 said so",
                "--answer",
                "contract-desk=done: ticket 4711");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("data-copied done", "王 said so", "ticket 4711");
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(2);
  }

  @Test
  void unhealthyNodesAreReplacedOneFirst() throws IOException {
    simulator.close();
    simulator = serve(Scenario.load(Files.writeString(folder.resolve("sick.yaml"), SICK)));

    Result refused = run(shell(), "replace-unhealthy.md", "--queue", "vis", "--answer", "rest=no");

    assertThat(refused.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(1);
    assertThat(changed(Change.Kind.NODE_CREATED)).hasSize(1);

    Result resumed = shell().run("resume", "last", "--yes");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(changed(Change.Kind.NODE_DELETED)).hasSize(3);
    assertThat(changed(Change.Kind.NODE_CREATED)).hasSize(3);
    assertThat(run(shell(), "replace-unhealthy.md", "--queue", "vis").err())
        .contains("blocks: 1 done, 3 skipped");
  }
}
