package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults as a file writes them.
final class FaultFileTest {

  @Test
  void exampleShowsEveryVariantAndEveryKindOfFault() throws IOException {
    String yaml = example();
    FaultPlan plan = ScenarioFile.parseFaults("faults.yaml", yaml);
    assertThat(plan.seed()).isEqualTo(4711);
    assertThat(plan.dialect().page()).isEqualTo(10);
    Set<String> kinds = new TreeSet<>();
    plan.rules().forEach(rule -> kinds.add(rule.kind().getClass().getSimpleName()));
    assertThat(kinds).isEqualTo(kinds(FaultKind.class));
    assertThat(Arrays.stream(Variant.values()).map(variant -> "- " + variant.word() + " "))
        .allMatch(line -> (yaml + " ").replace('\n', ' ').contains(line));
  }

  private static Set<String> kinds(Class<?> type) {
    return type.isRecord()
        ? Set.of(type.getSimpleName())
        : Arrays.stream(type.getPermittedSubclasses())
            .flatMap(kind -> kinds(kind).stream())
            .collect(Collectors.toSet());
  }

  private static String example() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FaultPlan.class.getResourceAsStream("faults.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void ruleIsReadAsMeant(String yaml, Fault meant) {
    assertThat(ScenarioFile.parseFaults("x", "rules: [" + yaml + "]").rules())
        .containsExactly(meant);
  }

  static Object[][] ruleIsReadAsMeant() {
    FaultKind reset = new FaultKind.ResetAfter();
    return new Object[][] {
      {"{reset: after}", Fault.every("*", reset)},
      {"{path: /operation, calls: 3, reset: after}", new Fault("/operation", 3, reset)},
      {"{calls: first 3, reset: after}", new Fault("*", new Occasion.First(3), reset)},
      {"{calls: from 3, reset: after}", new Fault("*", new Occasion.From(3), reset)},
      {"{calls: every 3, reset: after}", new Fault("*", new Occasion.Each(3), reset)},
      {"{calls: every, reset: after}", Fault.every("*", reset)},
      {"{calls: 2.5%, reset: after}", new Fault("*", new Occasion.Chance(0.025), reset)},
      {
        "{path: /queue/*, method: POST, reset: before}",
        new Fault("/queue/*", "POST", new Occasion.Always(), new FaultKind.ResetBefore())
      },
      {"{delay: 200ms}", Fault.every("*", new FaultKind.Delay(Duration.ofMillis(200)))},
      {"{late-reply: 2s}", Fault.every("*", new FaultKind.LateReply(Duration.ofSeconds(2)))},
      {"{slow-reply: 2s}", Fault.every("*", new FaultKind.SlowReply(Duration.ofSeconds(2)))},
      {"{status: 503, body: oh}", Fault.every("*", new FaultKind.HttpStatus(503, "oh"))},
      {"{status: 503, body: ''}", Fault.every("*", new FaultKind.HttpStatus(503, ""))},
      {"{ret-code: 5100, message: 忙}", Fault.every("*", new FaultKind.RetCode(5100, "忙"))},
      {"{reply: cut-off}", Fault.every("*", new FaultKind.Garbage(FaultKind.Damage.CUT_OFF))},
      {"{operation: never-ends}", Fault.every("*", new FaultKind.OperationNeverEnds())},
      {"{stale: 30s}", stale(new Past.Ago(Duration.ofSeconds(30)))},
      {"{stale: 2 changes}", stale(new Past.Before(2))},
      {"{skew: -90s}", Fault.every("*", new FaultKind.Skew(Duration.ofSeconds(-90)))},
      {"{others-call: 7}", Fault.every("*", new FaultKind.OthersCall(7))},
    };
  }

  private static Fault stale(Past past) {
    return Fault.every("*", new FaultKind.Stale(past));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "rules: [{paht: /operation, reset: after}]; 'there is no key [paht] here; there are: body, calls, delay,'",
        "rules: [{path: /cluster/deleteNode, reset: after}]; /cluster/deleteNodes",
        "rules: [{path: operation, reset: after}]; 'is no endpoint; there are: /cluster/'",
        "rules: [{method: PUT, reset: after}]; method [PUT] is none of GET, POST, *",
        "rules: [{calls: sometimes, reset: after}]; [sometimes] says no calls, such as 3, first 3",
        "rules: [{calls: 0, reset: after}]; calls are counted from 1",
        "rules: [{calls: 101%, reset: after}]; is not from 0 to 1",
        "rules: [{calls: 2}]; a rule says one thing that goes wrong, this one 0",
        "rules: [{reset: after, delay: 2s}]; a rule says one thing that goes wrong, this one 2",
        "rules: [{reset: during}]; 'rules[0].reset, line 1: there is no [during]; there are: before, after'",
        "rules: [{status: 99}]; HTTP status 99",
        "rules: [{delay: 2s, body: x}]; key [body] belongs to key [status]",
        "rules: [{delay: 2s, message: x}]; key [message] belongs to key [ret-code]",
        "rules: [{delay: soon}]; [soon] is no duration",
        "rules: [{delay: -2s}]; is negative",
        "rules: [{stale: ages}]; [ages] is no duration",
        "rule: []; 'there is no key [rule] here; there are: dialect, rules, seed'",
        "dialect: {variants: [node-ids]}; 'there is no [node-ids]; there are: job-ids-in-replies, '",
        "dialect: {variants: [node-ids-only, node-list-only]}; choose one",
        "dialect: {page: 0}; at least one row",
        "dialect: {pages: 5}; 'there is no key [pages] here; there are: page, page-cap, variants'",
        "seed: many; seed",
      })
  void mistakeIsNamedWithFileAndKey(String yaml, String named) {
    assertThatThrownBy(() -> ScenarioFile.parseFaults("odd.yaml", yaml))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("faults odd.yaml")
        .hasMessageContaining(named);
  }

  @Test
  void lineThatIsNotKnownIsNotNamed() {
    assertThatThrownBy(() -> ScenarioFile.parseFaults("odd.yaml", "ruls: []"))
        .hasMessageStartingWith("faults odd.yaml, key ruls: there is no key [ruls] here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "rules: []", "dialect: {}", "seed: 3"})
  void nothingGoesWrongWhereNothingIsSaid(String yaml) {
    assertThat(ScenarioFile.parseFaults("x", yaml).isNone()).isTrue();
  }

  @Test
  void seedIsDrawnAndShownWhereTheFileHasNone() {
    FaultPlan plan = ScenarioFile.parseFaults("x", "rules: [{calls: 1%, reset: after}]");
    assertThat(plan.summary()).isEqualTo("rules: 1, seed " + plan.seed());
    FaultPlan seeded = plan.withSeed(7).withDialect(Dialect.of(Variant.NODE_LIST_ONLY));
    assertThat(seeded.summary()).isEqualTo("rules: 1, node-list-only, seed 7");
  }

  @Test
  void planIsLoadedFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("f.yaml");
    assertThatThrownBy(() -> FaultPlan.load(file))
        .hasMessage("faults " + file + ": there is no such file");
    Files.writeString(file, "seed: 5\n");
    assertThat(FaultPlan.load(file).seed()).isEqualTo(5);
  }

  @Test
  void scenarioMayHoldItsFaults() {
    String yaml =
        Play.SMALL
            + """
            faults:
              seed: 5
              dialect: {page: 2}
              rules: [{path: /operation, ret-code: 5100}]
            """;
    HandClock clock = new HandClock(Play.START);
    SimOptions options = SimOptions.defaults().withWorld(clock).withWall(clock);
    try (Simulator sim = Simulator.start(ScenarioFile.parse("small", yaml), options);
        RawClient client = new RawClient(sim, clock)) {
      assertThat(Play.code(client.get("/operation"))).isEqualTo(5100);
      assertThat(
              client.get("/cluster/listNodes", "cluster_id", Play.CLUSTER).at("/hpc_app_nodes_set"))
          .hasSize(2);
      assertThat(sim.faults().seed()).isEqualTo(5);
    }
  }
}
