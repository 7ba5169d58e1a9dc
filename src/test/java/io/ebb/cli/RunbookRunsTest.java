package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ebb run` and `ebb resume` with runbooks, as people and pipes use them.
@Timeout(120)
final class RunbookRunsTest {
  private static final String TEXT =
      """
      ---
      title: Look around
      params:
        queue: {type: queue, default: batch, help: "which queue"}
      ---
      # Look around

      First the *queue*.

      ```js {name=look}
      const queue = ehpc.cluster("ehpc-8jqdq0mz").queue(params.queue)
      show(queue.partition)
      ```

      ```text {manual name=拔线}
      Unplug the cable.
      ```

      ```js {name=last confirm="Go on?" on-error=continue}
      show("the end of " + queue.partition)
      ```
      Goodbye.
      """;

  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path folder;
  private Path file;
  private Simulator simulator;
  private Shell shell;

  @BeforeEach
  void serve() throws IOException {
    file = Files.writeString(folder.resolve("look.md"), TEXT);
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell =
        Shell.with(simulator).set("XDG_STATE_HOME", folder.resolve("state").toString()).in(world);
  }

  @AfterEach
  void end() {
    simulator.close();
  }

  private Result run(Shell where, String... more) {
    List<String> words = new ArrayList<>(List.of("run", file.toString()));
    words.addAll(List.of(more));
    return where.run(words.toArray(String[]::new));
  }

  private Result edited(String before, String after, String... words) throws IOException {
    assertThat(TEXT).contains(before);
    Files.writeString(file, TEXT.replace(before, after));
    return words.length == 0 ? run(shell) : shell.run(words);
  }

  @Test
  void proseAndBlocksComeInOrder() {
    Result result = run(shell, "--yes", "--answer", "拔线=done: by hand");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .containsSubsequence(
            "Look around\n═══════════\n",
            "First the *queue*.",
            "── 1/3 look · js ──\nbatch\nlook done in ",
            "── 2/3 拔线 · by hand ──\n\n  Unplug the cable.\n\n拔线 done in ",
            ": by hand\n",
            "── 3/3 last · js ──\nthe end of batch\nlast done in ",
            "\nGoodbye.\n");
    assertThat(result.err())
        .contains("拔线: done, by hand, by --answer", "Go on? yes, by --yes", "blocks: 3 done");
  }

  @Test
  void dryRunAsksNobodyAndLeavesNoRun() {
    Result result = run(shell, "--dry-run", "--queue", "vis");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("Unplug the cable.", "the end of vis");
    assertThat(shell.run("runs", "-o", "json").out()).isEqualToIgnoringNewLines("[]");
  }

  @ParameterizedTest
  @CsvSource({"json, true", "yaml, true", "name, true", "table, false"})
  void proseStandsBesideResultsForPrograms(String format, boolean pure) {
    Result result = run(shell, "--dry-run", "-o", format);

    assertThat(result.err().contains("First the")).isEqualTo(pure);
    assertThat(result.out().contains("First the")).isNotEqualTo(pure);
    assertThat(result.out()).contains("batch", "the end of batch");
  }

  @Test
  void quietLeavesResultsOnly() {
    assertThat(run(shell, "--dry-run", "-q").out()).isEqualTo("batch\nthe end of batch\n");
  }

  @Test
  void everythingThatIsWrongIsToldBeforeAnythingRuns() throws IOException {
    Files.writeString(
        file,
        """
        ---
        titel: x
        ---
        ```js {name=a on-error=contine}
        show(1
        ```
        ```python {when="1 +"}
        def f(
        ```
        """);

    Result result = run(shell);

    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("5 things are wrong", "titel", "did you mean continue?")
        .contains("look.md:5", "look.md:7", "look.md:8");
    assertThat(simulator.calls()).isEmpty();
  }

  @Test
  void blocksAreListedInEveryFormat() {
    assertThat(run(shell, "--list").out())
        .containsSubsequence("BLOCK", "BY", "LINE", "look", "js", "拔线", "manual", "Go on?");
    assertThat(run(shell, "--list", "-o", "name").out()).isEqualTo("look\n拔线\nlast\n");
    assertThat(run(shell, "--list", "-o", "json").json().get(2).toString())
        .contains("\"on_error\":\"continue\"", "\"by\":\"js\"", "\"line\":19");
    assertThat(simulator.calls()).isEmpty();
  }

  @Test
  void helpTellsTheParameters() {
    assertThat(run(shell, "--help").out())
        .contains("Look around", "--queue", "which queue", "--from");
  }

  @Test
  void blocksThatAreNotChosenAreLeftOut() {
    Result result = run(shell, "--only", "look,last", "--yes");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("the end of batch").doesNotContain("Unplug");
    assertThat(result.err()).contains("blocks: 2 done, 1 skipped");
  }

  @Test
  void blockThatThereIsNotIsNamedWithTheNearest() {
    Result result = run(shell, "--only", "lok,拔线,lst");

    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("no block lok; did you mean look?", "no block lst; did you mean last?");
    assertThat(run(shell, "--from", "x", "--only", "last").err()).contains("exclude each other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--list", "--step", "--from=look", "--only=look"})
  void scriptHasNoBlocksToChooseFrom(String option) {
    Result result = shell.run("run", "--eval", "show(1)", option);

    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("is a script and has no blocks");
  }

  @Test
  void peopleAreAskedStepByStepAndSignWhatTheyDo() {
    Result result = run(shell.typing("y\nyes\nwhat?\n\ndone\nrack 7\nskip\n"), "--step");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err())
        .containsSubsequence(
            "carry out block \"look\"?",
            "carry out block \"拔线\"?",
            "拔线: done, skip or abort: ",
            "拔线: done, skip or abort: ",
            "拔线: done, skip or abort: ",
            "a note for the record, or nothing: ",
            "carry out block \"last\"?",
            "blocks: 2 done, 1 skipped");
    assertThat(result.out())
        .contains("── 1/3 look · js ──\n\n  const queue = ehpc", ": rack 7")
        .doesNotContain("the end of batch");
  }

  @Test
  void whereNobodyCanSignTheRunWaitsToBeResumed() {
    Result refused = run(shell, "--yes");

    assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("nobody can be asked whether 拔线 is done");
    assertThat(refused.err()).contains("--answer 拔线=done", "next: ebb resume");

    Result bad = shell.run("resume", "last", "--yes", "--answer", "拔线=perhaps");
    assertThat(bad.err()).contains("does not say whether it is done, skip or abort");

    Result resumed = shell.run("resume", "last", "--yes", "--answer", "拔线=skip: no cable");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.out())
        .contains("拔线 skipped: no cable", "the end of batch")
        .doesNotContain("First the");
    assertThat(shell.run("resume", "last", "--yes").exit()).isNotZero();
  }

  @Test
  void whoAbortsIsAskedAgainWhenTheRunIsResumed() {
    Result aborted = run(shell.typing("a\nno ladder\n"), "--yes");

    assertThat(aborted.exit()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(shell.typing("d\n\n").run("resume", "last", "--yes").out())
        .contains("Unplug the cable.", "拔线 done", "the end of batch");
  }

  @Test
  void textThatWasStoredGoesOnAndThatItWasEditedIsTold() throws IOException {
    run(shell, "--yes");

    Result resumed =
        edited(
            "\"the end of \"",
            "\"the very end of \"",
            "resume",
            "last",
            "--yes",
            "--answer",
            "拔线=done");

    assertThat(resumed.err()).contains("look.md was edited since", "--edited takes the new text");
    assertThat(resumed.out()).contains("the end of batch");
  }

  @Test
  void editedTextIsShownAndTakenWhenWanted() throws IOException {
    run(shell, "--yes");

    Result resumed =
        edited(
            "show(\"the end of \" + queue.partition)",
            "show(\"the very end of \" + queue.partition)",
            "resume",
            "last",
            "--edited",
            "--yes",
            "--answer",
            "拔线=done");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .contains(
            """
            ── last · edited ──
               ```js {name=last confirm="Go on?" on-error=continue}
              -show("the end of " + queue.partition)
              +show("the very end of " + queue.partition)
            """);
    assertThat(resumed.out()).contains("the very end of batch");
  }

  @Test
  void editedTextMustBeSoundAndChangeNothingThatHasBegun() throws IOException {
    run(shell, "--yes");

    assertThat(edited("Go on?\"", "Go on?", "resume", "last", "--edited").err())
        .contains("look.md:19", "a quote is not closed");
    Result begun = edited("show(queue.partition)", "show(1)", "resume", "last", "--edited");
    assertThat(begun.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(begun.err()).contains("look");
  }

  @Test
  void fileThatWasNotEditedGoesOnAsItIs() {
    run(shell, "--yes");

    Result resumed = shell.run("resume", "last", "--edited", "--yes", "--answer", "拔线=done");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("was not edited since");
  }

  @Test
  void runbookComesFromStandardInputToo() {
    Result result = shell.piping(TEXT).run("run", "-", "--lang", "md", "--dry-run");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("the end of batch");
  }

  @Test
  void parameterMayNotHideAnOption() throws IOException {
    assertThat(edited("  queue: {", "  from: {").err())
        .contains("the parameter from has the name of an option of ebb run");
  }
}
