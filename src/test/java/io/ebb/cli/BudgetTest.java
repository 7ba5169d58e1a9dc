package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.settings.Environment;
import io.ebb.sim.Change;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import io.ebb.text.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command tells of the call budget, and what it refuses because of it.
final class BudgetTest {
  private static final String OVERRIDE = "budget=the rack loses power at 5";

  private final Simulator simulator = Simulator.start(Scenario.standard(), SimOptions.defaults());

  @TempDir private Path state;

  @AfterEach
  void nothingWasChanged() {
    assertThat(simulator.changes())
        .extracting(Change::kind)
        .doesNotContain(Change.Kind.OPERATION_STARTED);
    simulator.close();
  }

  @Test
  void verboseEndsWithTheCallsOfAllCommandsThatShareTheState() {
    assertThat(shell().run("queues", "-c", CLUSTER, "-v").err().lines())
        .last()
        .isEqualTo("1 call made; 1 of 2,000 used in the last hour, 1,999 left");
    assertThat(shell().run("queues", "-c", CLUSTER, "-v").err().lines())
        .last()
        .isEqualTo("1 call made; 2 of 2,000 used in the last hour, 1,998 left");
  }

  @Test
  void verboseTellsWhatThePlanWouldTakeBesideWhatWasMade() {
    Result result = shell().run("retire", "node5", "-c", CLUSTER, "--dry-run", "-v");

    assertThat(result.err().lines())
        .last()
        .isEqualTo("4 calls made, 13 forecast; 4 of 2,000 used in the last hour, 1,996 left");
  }

  @Test
  void aSimulatedServiceHasABudgetOfItsOwn() {
    assertThat(shell().simulated("queues", "-v").err().lines())
        .last()
        .isEqualTo("1 call made; 1 of 2,000 used in the last hour, 1,999 left");
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void aPlanThatTheHourDoesNotHoldIsRefusedNamingTheOverride() {
    Result result = small().run("retire", "node5", "-c", CLUSTER, "--yes");

    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("budget (rule 2): about ", "--override budget=REASON");
  }

  @Test
  void anOverrideWithAReasonIsToldWithThePlan() {
    Result result =
        small().run("retire", "node5", "-c", CLUSTER, "--dry-run", "--override", OVERRIDE);

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("  override budget: about ", "the rack loses power at 5");
  }

  @Test
  void budgetAndOverrideArePartOfThePlanAsData() {
    Result result =
        small()
            .run(
                "retire",
                "node5",
                "-c",
                CLUSTER,
                "--dry-run",
                "--override",
                OVERRIDE,
                "-o",
                "json");

    assertThat(result.json().at("/overrides/budget").asString())
        .isEqualTo("the rack loses power at 5");
    assertThat(result.json().at("/budget/calls_per_hour").asInt()).isEqualTo(12);
    assertThat(result.json().at("/budget/left").asInt()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "js | show(ehpc.cluster('%s').retire('node5', {overrides: {budget: 'power cut'}}))",
        "py | show(ehpc.cluster('%s').retire('node5', overrides={'budget': 'power cut'}))"
      })
  void aScriptOverridesByAnOption(String language, String code) {
    Result result =
        small()
            .run(
                "run",
                "--lang",
                language.replace("py", "python"),
                "--eval",
                code.formatted(CLUSTER));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("  override budget: about ", "because: power cut");
  }

  @Test
  void theOverrideOfTheCommandHoldsInItsScript() {
    Result result =
        small()
            .run(
                "run",
                "--override",
                OVERRIDE,
                "--eval",
                "show(ehpc.cluster('%s').retire('node5'))".formatted(CLUSTER));

    assertThat(result.out()).contains("the rack loses power at 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget= | needs a reason",
        "budget=  | needs a reason",
        "budget | needs a reason",
        "role remains=I know | the guard role remains cannot be overridden: the service refuses it",
        "bugdet=I know | there is no guard \"bugdet\""
      })
  void aWrongOverrideIsAUsageError(String override, String problem) {
    Result result = small().run("retire", "node5", "-c", CLUSTER, "--yes", "--override", override);

    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'budget'", "{budget: 7}", "{targets: 'x'}", "{budget: ''}"})
  void aWrongOverrideInAScriptIsToldAtItsLine(String overrides) {
    Result result =
        small()
            .run(
                "run",
                "--eval",
                "ehpc.cluster('%s').retire('node5', {overrides: %s})"
                    .formatted(CLUSTER, overrides));

    assertThat(result.exit()).isNotZero();
    assertThat(result.err()).contains("<eval>:1", "overrid");
  }

  @Test
  void aStateFolderThatCannotBeUsedIsWarnedAboutOnceAndStopsNothing() throws Exception {
    Path file = Files.writeString(state.resolve("file"), "");
    Result result = shell().set("XDG_STATE_HOME", file.toString()).run("nodes", "-c", CLUSTER);

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .hasLineCount(1)
        .startsWith("warning: API calls are counted in this process alone");
  }

  @Test
  void whatMakesCallsWaitIsToldOnOneLineUntilThereIsNews() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Common common =
        new Common(
            Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Environment(Map.of(), Path.of("/nowhere"))));
    CallLines lines = new CallLines(common);
    Instant until =
        Instant.parse("2026-11-21T14:32:05Z").atZone(ZoneId.systemDefault()).toInstant();

    lines.waiting("reads go slowly", until);
    lines.waiting("reads go slowly", until.plusSeconds(11));
    lines.waiting("reads go slowly", until.plusSeconds(31));

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("waiting until \\d\\d:32:05: reads go slowly; Ctrl-C stops");
  }

  @Test
  void whatIsToldGoesAboveTheLineThatChangesInPlace() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> terminal = Map.of("EBB_TTY", "2", "TERM", "xterm", "COLUMNS", "40");
    Common common =
        new Common(
            Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Environment(terminal, Path.of("/nowhere"))));

    try (Progress progress = common.progress()) {
      progress.show("asking");
      common.warn("calls are counted in this process alone");
    }

    assertThat(err.toString(StandardCharsets.UTF_8).replaceAll("\033\\[[0-9;]*m", ""))
        .isEqualTo(
            "\r\033[Kasking"
                + "\r\033[Kwarning: calls are counted in this\nprocess alone\nasking"
                + "\r\033[K");
  }

  private Shell shell() {
    return Shell.with(simulator).set("XDG_STATE_HOME", state.toString());
  }

  /// The account may make 12 calls an hour: enough to plan by 4, but not to retire a node.
  private Shell small() {
    return shell().set("EBB_CALLS_PER_HOUR", "12");
  }
}
