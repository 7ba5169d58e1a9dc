package io.ebb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.cluster.NoSuchNodeException;
import io.ebb.cluster.NodeSet;
import io.ebb.plan.Plan;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.settings.Environment;
import io.ebb.settings.Overrides;
import io.ebb.settings.Settings;
import io.ebb.sim.Change;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library as a Java program uses it, with settings from a user's environment.
final class EbbTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";

  private final Simulator simulator =
      Simulator.start(
          Scenario.standard(),
          SimOptions.defaults().withQueueSpan(Duration.ZERO).withNodeSpan(Duration.ZERO));

  @TempDir private Path home;

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void planNamesTheNodesAndChangesNothing() {
    try (Ebb ebb = connect()) {
      Plan plan = ebb.cluster(CLUSTER).retire(NodeSet.parse("node[29,32]"), ebb.defaults());

      assertThat(plan.applicable()).isTrue();
      assertThat(plan.targets())
          .extracting(target -> target.host())
          .containsExactly("node29", "node32");
      assertThat(simulator.changes()).noneMatch(EbbTest::byAClient);
    }
  }

  @Test
  void limitsOfTheProfileHold() throws IOException {
    write("limits: {nodes-per-run: 1}");
    try (Ebb ebb = connect()) {
      Plan plan = ebb.cluster(CLUSTER).retire(NodeSet.parse("node[29,32]"), ebb.defaults());

      assertThat(plan.violations())
          .singleElement()
          .matches(v -> v.text().contains("size (rule 8)"));
      assertThatThrownBy(() -> ebb.apply(plan)).isInstanceOf(RefusedException.class);
      assertThat(simulator.changes()).noneMatch(EbbTest::byAClient);
    }
  }

  @Test
  void protectedNodesOfTheProfileAreNeverRetired() throws IOException {
    write("protected: [\"node[30-32]\"]");
    try (Ebb ebb = connect()) {
      Plan plan = ebb.cluster(CLUSTER).retire(NodeSet.parse("node[29,32]"), ebb.defaults());

      assertThat(plan.violations())
          .singleElement()
          .matches(violation -> violation.hosts().equals(List.of("node32")));
    }
  }

  @Test
  void unknownNodeIsNamed() {
    try (Ebb ebb = connect()) {
      assertThatThrownBy(
              () -> ebb.cluster(CLUSTER).retire(NodeSet.parse("node[32-34]"), ebb.defaults()))
          .isInstanceOf(NoSuchNodeException.class)
          .hasMessageContaining("node[33-34]");
    }
  }

  @Test
  void cancelledBeforeItBeganARunChangesNothing() {
    try (Ebb ebb = connect()) {
      Plan plan = ebb.cluster(CLUSTER).retire(NodeSet.parse("node32"), ebb.defaults());
      ebb.cancel();

      Run run = ebb.apply(plan);

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(simulator.changes()).noneMatch(EbbTest::byAClient);
    }
  }

  private static boolean byAClient(Change change) {
    return !change.operation().isEmpty();
  }

  private void write(String profile) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/ebb"));
    Files.writeString(folder.resolve("config.yaml"), "profiles:\n  lab:\n    " + profile + "\n");
  }

  private Ebb connect() {
    Map<String, String> variables = new HashMap<>();
    variables.put("EBB_ENDPOINT", simulator.endpoint().toString());
    variables.put("QINGCLOUD_ACCESS_KEY", simulator.accessKey());
    variables.put("QINGCLOUD_SECRET_KEY", simulator.secretKey());
    variables.put("QINGCLOUD_ZONE", simulator.zone());
    return Ebb.connect(Settings.load(new Environment(variables, home), Overrides.none()));
  }
}
