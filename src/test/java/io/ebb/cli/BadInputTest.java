package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every wrong input gets a clear error and its exit code, and changes nothing.
final class BadInputTest {
  private static final String SCRIPT = "scripts/retire-idle.js";

  @TempDir private Path folder;

  private final Simulator simulator = serve(Clock.systemUTC());
  private final Shell shell = Shell.with(simulator);

  private static Simulator serve(Clock wall) {
    return Simulator.start(Scenario.standard(), SimOptions.defaults().withWall(wall));
  }

  @AfterEach
  void nothingWasChanged() {
    assertThat(simulator.calls())
        .extracting(Call::path)
        .noneMatch(path -> path.matches(".*/(add|remove|delete)Nodes"));
    assertThat(simulator.changes())
        .extracting(Change::kind)
        .doesNotContain(Change.Kind.OPERATION_STARTED);
    simulator.close();
  }

  // --- who asks

  @Test
  void wrongKeyIsAnAuthenticationError() {
    Result result = shell.set("QINGCLOUD_ACCESS_KEY", "QYWRONGKEY").run("nodes", "-c", CLUSTER);
    assertThat(result.exit()).isEqualTo(ExitCode.AUTHENTICATION);
    assertThat(result.err()).contains("ret_code 1200", "hint: check key").hasLineCount(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void wrongSecretIsAnAuthenticationError() {
    Result result =
        shell
            .set("QINGCLOUD_SECRET_KEY", "NOTTHESECRET")
            .run("retire", "node5", "-c", CLUSTER, "-v");
    assertThat(result.exit()).isEqualTo(ExitCode.AUTHENTICATION);
    assertThat(result.err()).contains("ret_code 1200", "hint: check key");
  }

  @Test
  void missingSettingsAreAllListedWithWhereToSetThem() {
    Result result = Shell.bare().run("clusters");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("QINGCLOUD_ACCESS_KEY", "QINGCLOUD_SECRET_KEY", "QINGCLOUD_ZONE", "config.yaml");
  }

  // --- when and where

  @Test
  void clockThatIsOffByAnHourIsCorrectedFromTheService() {
    try (Simulator ahead = serve(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))) {
      Result result = Shell.with(ahead).run("queues", "-c", CLUSTER, "-o", "name");
      assertThat(result).isEqualTo(new Result(0, "batch\nvis\n", ""));
      assertThat(ahead.calls()).extracting(Call::retCode).startsWith(1300, 0);
    }
  }

  @Test
  void clockThatCannotBeCorrectedIsAnAuthenticationError() {
    simulator.inject(Fault.every("*", new FaultKind.RetCode(1300, "request expired")));
    Result result = shell.run("queues", "-c", CLUSTER);
    assertThat(result.exit()).isEqualTo(ExitCode.AUTHENTICATION);
    assertThat(result.err()).contains("ret_code 1300", "the clocks agree");
  }

  @Test
  @Timeout(20)
  void unreachableEndpointIsToldAtOnce() {
    Result result = shell.set("EBB_ENDPOINT", "http://127.0.0.1:1").run("nodes", "-c", CLUSTER);
    assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("cannot be reached", "hint: check the endpoint");
  }

  @Test
  void endpointThatIsNoAddressIsAUsageError() {
    Result result = shell.run("clusters", "--endpoint", "nonsense");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--endpoint", "is not an address");
  }

  // --- what is not there

  @Test
  void unknownClusterIsNamed() {
    for (String command : new String[] {"nodes", "queues", "retire node5"}) {
      Result result = shell.run((command + " -c ehpc-none").split(" "));
      assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err()).contains("ehpc-none", "hint: check the id and the zone");
    }
  }

  @Test
  void unknownQueueIsNamedBesideTheKnownOnes() {
    Result result =
        shell.run("run", SCRIPT, "--cluster", CLUSTER, "--queue", "nope", "--count", "3");
    assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("retire-idle.js:", "has no queue nope; it has batch, vis", "cluster.queue(")
        .contains("hint: see the cluster's queues with ebb queues");
  }

  @Test
  void unknownNodeIsNamed() {
    Result result = shell.run("retire", "node[5,77]", "-c", CLUSTER, "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("no node node77");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node[3-1]     | 3-1",
        "node5,,node6  | position",
        "@queue:nope   | @queue:nope",
        "zz*           | zz*",
        "node[         | ["
      })
  void badPartOfANodeSetIsNamed(String set, String part) {
    Result result = shell.run("retire", set, "-c", CLUSTER, "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).startsWith("error: ").contains(part);
  }

  // --- what must not be

  @Test
  void emptySetIsRefused() {
    Result result = shell.run("retire", "node1!node1", "-c", CLUSTER, "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("no node to retire");
  }

  @Test
  void setThatWouldEmptyTheClusterIsRefusedWithEveryViolatedGuard() {
    Result result = shell.run("retire", "node[1-32],controller1", "-c", CLUSTER, "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("controller1", "role remains", "queue remains", "keep (");
  }

  @Test
  void setThatWouldEmptyARoleIsRefused() {
    Result result = shell.run("retire", "login1", "-c", CLUSTER, "--yes", "-o", "json");
    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.error().path("kind").asString()).isEqualTo("refused");
    assertThat(result.error().path("message").asString()).contains("no login node would be left");
    assertThat(result.json().path("violations")).isNotEmpty();
  }

  @Test
  void moreNodesThanTheLimitAreRefused() {
    Result result = shell.run("retire", "node[5-7]", "-c", CLUSTER, "--limit", "2", "--yes");
    assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("2");
  }

  // --- scripts

  @Test
  void everyWrongParameterIsToldAtOnce() {
    Result result =
        shell.run("run", SCRIPT, "--cluster", CLUSTER, "--queu", "batch", "--count", "many");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--queue is missing")
        .contains("--count: must be a whole number, not many")
        .contains("no parameter --queu; did you mean queue?");
    assertThat(simulator.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "python"})
  void syntaxErrorIsShownAtItsPlace(String language) {
    Result result = shell.run("run", "--lang", language, "--eval", "x = (1,\n2))");
    assertThat(result.exit()).isEqualTo(ExitCode.SCRIPT);
    assertThat(result.err()).startsWith("<eval>:2:").contains("  2))\n", "^\n");
  }

  @Test
  void exceptionOfAScriptIsShownAtItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("oops.py"), "a = 1\nprint(a / 0)\n");
    Result result = shell.run("run", file.toString());
    assertThat(result.exit()).isEqualTo(ExitCode.SCRIPT);
    assertThat(result.err()).contains("oops.py:2:", "ZeroDivisionError", "  print(a / 0)\n");
  }

  @Test
  void exceptionAsJsonCarriesItsPlace() {
    Result result = shell.run("run", "--eval", "\nthrow new Error('boo')", "-o", "json");
    assertThat(result.exit()).isEqualTo(ExitCode.SCRIPT);
    assertThat(result.error().path("kind").asString()).isEqualTo("script");
    assertThat(result.error().path("message").asString()).contains("boo");
    assertThat(result.error().path("file").asString()).isEqualTo("<eval>");
    assertThat(result.error().path("line").asInt()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void parameterMayNotBearTheNameOfAnOption() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("clash.js"), "// ---\n// params:\n//   zone: {type: string}\n// ---\n");
    Result result = shell.run("run", file.toString());
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("clash.js", "the parameter zone");
  }

  // --- files and words

  @ParameterizedTest
  @CsvSource({"nowhere.js, no such file", "README.txt, what language"})
  void fileThatCannotBeRunIsAUsageError(String file, String problem) {
    Result result = shell.run("run", file);
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(file, problem).hasLineCount(1);
  }

  @Test
  void unknownLanguageIsAUsageError() {
    Result result = shell.run("run", "--eval", "1", "--lang", "ruby");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("no language ruby: js, python or md");
  }

  @Test
  void mistakeInAScenarioIsAUsageErrorThatNamesFileAndKey() throws IOException {
    Path file = Files.writeString(folder.resolve("world.yaml"), "clusters: [{idd: ehpc-1}]\n");
    Result result = Shell.bare().run("clusters", "--sim=" + file);
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("world.yaml", "key [id] is missing");
    assertThat(Shell.bare().run("clusters", "--sim=none.yaml").err())
        .contains("none.yaml: there is no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "nods, did you mean nodes?",
    "clusters --endpiont x, did you mean --endpoint?",
    "nodes, --cluster",
    "clusters -o xml, --output",
    "operations -c ehpc-1 --since never, is not a duration",
    "retire node5 -c ehpc-1 --batch zz, zz",
    "retire node5 -c ehpc-1 --on-deadline zz, zz",
    "run, which script?"
  })
  void wrongWordIsAUsageErrorThatSaysWhatToWrite(String words, String advice) {
    Result result = shell.run(words.split(" "));
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(advice);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void usageErrorIsJsonWhereJsonIsAskedFor() {
    Result result = shell.run("nods", "-o", "json");
    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.error().propertyNames()).containsExactly("kind", "code", "message", "hint");
    assertThat(result.error().path("kind").asString()).isEqualTo("usage");
  }

  @Test
  void errorOfTheServiceAsJsonCarriesItsCode() {
    Result result = shell.run("queues", "-c", "ehpc-none", "-o", "json");
    assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(result.error().path("code").asInt()).isEqualTo(2100);
    assertThat(result.error().path("kind").asString()).isEqualTo("not found");
    assertThat(result.out()).isEmpty();
  }
}
