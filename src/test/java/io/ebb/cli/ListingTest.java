package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import io.ebb.text.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(Lifecycle.PER_CLASS)
final class ListingTest {
  private static final String RESTART = "HpcClusterRestartClusterNodes";

  private Simulator simulator;
  private Shell shell;
  private String operation;

  @BeforeAll
  void serve() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults());
    operation =
        simulator.world().startOperation(CLUSTER, RESTART, List.of("node9"), Duration.ofDays(1));
    shell = Shell.with(simulator);
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({"nodes,      HOST", "queues,     PARTITION", "jobs,       JOB", "operations, ID"})
  void tableHasAHeaderAndOneLineForEach(String command, String firstColumn) {
    Result result = shell.run(command, "-c", CLUSTER);
    int things = shell.run(command, "-c", CLUSTER, "-o", "json").json().size();
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith(firstColumn + " ").hasLineCount(things + 1);
    assertThat(things).isPositive();
  }

  @Test
  void tableOfClustersNeedsNoCluster() {
    assertThat(shell.run("clusters").out())
        .containsSubsequence("ID", "SCHEDULER", "NODES", CLUSTER, "气象模拟集群", "slurm", "34");
  }

  @Test
  void columnsBehindChineseNamesAreAlignedByTheirWidthInTheTerminal() {
    List<String> rows =
        shell.run("nodes", "-c", CLUSTER, "node19,node32,login1").out().lines().skip(1).toList();
    assertThat(rows)
        .hasSize(3)
        .extracting(row -> widthBefore(row, "active"))
        .containsOnly(widthBefore(rows.getFirst(), "active"));
  }

  private static int widthBefore(String row, String word) {
    return Line.of(row.substring(0, row.indexOf(word))).width();
  }

  @Test
  void tableIsCutToTheWidthOfTheTerminal() {
    Shell narrow = shell.set("EBB_TTY", "1").set("COLUMNS", "100").set("NO_COLOR", "1");
    assertThat(narrow.run("queues", "-c", CLUSTER).out().lines())
        .allSatisfy(line -> assertThat(Line.of(line).width()).isLessThanOrEqualTo(100));
  }

  @Test
  void namesAreBareAndOneALine() {
    assertThat(shell.run("nodes", "-c", CLUSTER, "node[3-5]", "-o", "name").out())
        .isEqualTo("node3\nnode4\nnode5\n");
    assertThat(shell.run("queues", "-c", CLUSTER, "-o", "name").out()).isEqualTo("batch\nvis\n");
    assertThat(shell.run("clusters", "-o", "name").out()).isEqualTo(CLUSTER + "\n");
    assertThat(shell.run("operations", "-c", CLUSTER, "-o", "name").out())
        .isEqualTo(operation + "\n");
    assertThat(shell.run("jobs", "-c", CLUSTER, "-o", "name").out().lines())
        .hasSize(8)
        .allSatisfy(line -> assertThat(line).startsWith("hpcjob-"));
  }

  @Test
  void nodeAsJsonHasItsKeysAndItsChineseName() {
    JsonNode nodes = shell.run("nodes", "-c", CLUSTER, "node31", "-o", "json").json();
    assertThat(nodes).hasSize(1);
    JsonNode node = nodes.get(0);
    assertThat(node.propertyNames())
        .containsExactly(
            "host",
            "id",
            "name",
            "role",
            "queue",
            "status",
            "transition",
            "health",
            "ip",
            "cpu",
            "memory",
            "age",
            "jobs",
            "serial");
    assertThat(node.path("name").asString()).isEqualTo("渲染节点31");
    assertThat(node.path("serial").asInt()).isEqualTo(31);
    assertThat(node.path("memory").asInt()).isEqualTo(81_920);
    assertThat(node.path("age").asLong()).isBetween(172_800L, 173_400L);
    assertThat(node.path("jobs").get(0).asString()).isEqualTo("8808");
  }

  @Test
  void jsonOfTheOtherListsHasItsKeys() {
    assertThat(first("clusters"))
        .containsExactly("id", "name", "type", "status", "scheduler", "nodes");
    assertThat(first("queues", "-c", CLUSTER))
        .containsExactly("partition", "id", "name", "default", "transition", "count", "nodes");
    assertThat(first("jobs", "-c", CLUSTER))
        .containsExactly("job", "id", "name", "status", "queue", "user", "hosts", "started");
    assertThat(first("operations", "-c", CLUSTER))
        .containsExactly(
            "id", "status", "action", "created", "changed", "resources", "error_codes");
  }

  private Iterable<String> first(String... words) {
    return shell.run(with(words, "-o", "json")).json().get(0).propertyNames();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "queues", "jobs", "operations"})
  void yamlSaysTheSameAsJson(String command) {
    JsonNode yaml = shell.run(command, "-c", CLUSTER, "-o", "yaml").yaml();
    JsonNode json = shell.run(command, "-c", CLUSTER, "-o", "json").json();
    assertThat(names(yaml)).isEqualTo(names(json)).isNotEmpty();
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(each -> each.path("id").asString()).toList();
  }

  @Test
  void versionAsJsonNamesEbbAndJava() {
    assertThat(Shell.bare().run("version", "-o", "json").json().propertyNames())
        .containsExactly("ebb", "java", "system");
  }

  @Test
  void idleNodesRunNoJobAndAreNotInTransition() {
    assertThat(shell.run("nodes", "-c", CLUSTER, "node[1-9]", "--idle", "-o", "name").out().lines())
        .contains("node3", "node7")
        .doesNotContain("node1", "node2", "node4", "node8");
  }

  @Test
  void jobsThatWaitAreShownOnDemandOnly() {
    assertThat(shell.run("jobs", "-c", CLUSTER).out()).doesNotContain("vasp-next");
    assertThat(shell.run("jobs", "-c", CLUSTER, "--all").out()).contains("vasp-next");
  }

  @Test
  void operationsAreThoseSinceTheTimeAskedFor() {
    assertThat(shell.run("operations", "-c", CLUSTER, "--since", "1h").out())
        .contains(operation, RESTART);
  }

  @Test
  void verboseTellsEachCallOnStandardError() {
    Result result = shell.run("queues", "-c", CLUSTER, "-v", "-o", "json");
    assertThat(result.err())
        .matches(
            "((GET |POST) /\\S+ +ret_code 0 +\\d+ ms  #1  cluster ehpc-\\w+\\n)+.* calls? made; .*\\n");
    assertThat(result.json()).hasSize(2);
  }

  @Test
  void plainDataIsATableOfItsFieldsAndDataAsItIs() {
    String script =
        "show([{id: 'a', cores: 4, env: {x: 1, y: 2}, none: []},"
            + " {id: 'b', tags: ['p', 'q'], cores: 16, none: null, parts: [{}]}])";

    assertThat(Shell.bare().run("run", "--sim", "--eval", script).out())
        .isEqualTo(
            """
            ID  CORES  ENV  TAGS  PARTS
            a       4  {2}
            b      16       p,q   [1]
            """);
    assertThat(Shell.bare().run("run", "--sim", "--eval", script, "-o", "json").json())
        .hasToString(
            "[{\"id\":\"a\",\"cores\":4,\"env\":{\"x\":1,\"y\":2},\"none\":[]},"
                + "{\"id\":\"b\",\"tags\":[\"p\",\"q\"],\"cores\":16,\"none\":null,\"parts\":[{}]}]");
  }

  @Test
  void nodesetNeedsNoSettings() {
    Result result = Shell.bare().run("nodeset", "-f", "node1", "node[2-3]");
    assertThat(result).isEqualTo(new Result(0, "node[1-3]\n", ""));
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
