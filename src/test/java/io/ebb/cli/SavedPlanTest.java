package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Plans are saved, looked at, and applied a while later: once.
@Timeout(60)
final class SavedPlanTest {
  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path folder;
  private Simulator simulator;
  private Shell shell;
  private Path file;

  @BeforeEach
  void serve() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", folder.toString()).in(world);
    file = folder.resolve("plan.json");
  }

  @AfterEach
  void end() {
    simulator.close();
  }

  @Test
  void savingShowsThePlanAndChangesNothing() {
    Result saved = save();

    assertThat(saved.out()).startsWith("plan ");
    assertThat(saved.err()).contains("saved to " + file, "ebb apply " + file);
    assertThat(changes()).isEmpty();
  }

  @Test
  void appliedAgainItShowsWhatCameOfItAndSendsNothing() {
    save();
    Result first = apply("--yes");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("2 retired");
    List<String> sent = changes();

    Result second = apply("--yes");

    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains("2 retired");
    assertThat(second.err()).contains("was begun as run r-");
    assertThat(changes()).isEqualTo(sent);
  }

  @Test
  void expiredItIsRefusedWithWhatToDo() {
    save();
    world.pass(Duration.ofHours(2));

    Result result = apply("--yes");

    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("expired at", "plan again");
    assertThat(changes()).isEmpty();
  }

  @Test
  void changedByHandItIsRefused() throws IOException {
    save();
    Files.writeString(file, Files.readString(file).replace("node5", "node6"));

    assertRefused(apply("--yes"), "was changed after it was made");
  }

  @Test
  void whatIsNoPlanIsRefused() throws IOException {
    Files.writeString(file, "{\"cluster\": \"ehpc-1\"}");
    assertRefused(apply("--yes"), "plan.json");

    Files.delete(file);
    assertRefused(apply("--yes"), "there is no file");
  }

  private void assertRefused(Result result, String why) {
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(why);
    assertThat(changes()).isEmpty();
  }

  // --- what has changed since

  @Test
  void whatHasChangedIsShownByItsWeight() {
    save();
    change();

    Result shown = apply("--dry-run");

    assertThat(shown.exit()).as(shown.err()).isZero();
    assertThat(shown.out().lines().filter(line -> line.contains("node")).toList())
        .anyMatch(line -> line.contains("benign") && line.contains("is gone"))
        .anyMatch(line -> line.contains("re-confirm") && line.contains("node7: 1 more job"))
        .anyMatch(line -> line.contains("blocking") && line.contains("node9: it was in queue"));
    assertThat(apply("--dry-run", "-o", "json").json().path("drift").size()).isEqualTo(3);
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatHasToBeConfirmedOnceMoreIsAskedForByItself() {
    save();
    job("node7");

    Result result = typing("1\n1\n").run("apply", file.toString());

    assertThat(result.err())
        .contains("Retire 1 node? type 1 to go on: ", "Also retire 1 node that changed since?");
    assertThat(result.out()).as(result.err()).contains("2 retired");
    assertThat(result.exit()).isZero();
  }

  @Test
  void whatIsNotConfirmedOnceMoreIsLeftOut() {
    save();
    job("node7");

    assertLeftOut(typing("1\ny\n").run("apply", file.toString()));
  }

  @Test
  void anAnswerGivenBeforehandConfirmsNothingOnceMore() {
    save();
    job("node7");

    assertLeftOut(apply("--yes"));
  }

  private static void assertLeftOut(Result result) {
    assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(result.out()).contains("nobody has confirmed it", "1 retired", "1 untouched");
  }

  @Test
  void whenNothingIsLeftItIsRefused() {
    save();
    job("node5");
    job("node7");

    Result result = apply("--yes");

    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("plan again");
    assertThat(changes()).isEmpty();
  }

  /// One node is gone, one runs a job, one was taken out of its queue.
  private void change() {
    Path other = folder.resolve("three.json");
    retire("node[5,7,9]", other);
    file = other;
    simulator.world().deleteNode(CLUSTER, "node5");
    job("node7");
    simulator.world().leaveQueue(CLUSTER, "node9");
  }

  private void job(String host) {
    simulator.world().addJob(CLUSTER, Scenario.Job.running("late-" + host, "batch", List.of(host)));
  }

  private Result save() {
    return retire("node[5,7]", file);
  }

  /// A plan that does not wait for jobs to end.
  private Result retire(String nodes, Path plan) {
    Result saved =
        shell.run(
            "retire",
            nodes,
            "-c",
            CLUSTER,
            "--batch",
            "all",
            "--on-deadline",
            "force",
            "--drain",
            "1m",
            "--save",
            plan.toString());
    assertThat(saved.exit()).as(saved.err()).isZero();
    return saved;
  }

  private Result apply(String... more) {
    List<String> words = new ArrayList<>(List.of("apply", file.toString()));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  private Shell typing(String text) {
    return shell.typing(text);
  }

  private List<String> changes() {
    return simulator.calls().stream()
        .map(Call::path)
        .filter(path -> path.matches(".*/(add|remove|delete)Nodes"))
        .toList();
  }

  // --- plans that delete nothing

  @Test
  void whatDeletesNothingDoesNotSpeakOfIt() {
    Result result =
        shell
            .typing("2\n")
            .run(
                "run",
                "--eval",
                "const run = ehpc.cluster('%s').plan('rack 4').fence('node[5,7]').drain('1m').apply()"
                    .formatted(CLUSTER));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("Take 2 nodes out of their queue? type 2 to go on: ");
    assertThat(result.out()).contains("out of queue batch, as planned", " done in ");
    assertThat(result.err()).doesNotContainIgnoringCase("retire");
  }
}
