package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlanJsonTest {
  private final Fixture cluster = Fixture.of(4, 8);
  private final Plan plan = cluster.plan(cluster.compute(1, 3));

  @Test
  void aPlanIsWrittenUnderPlainNames() {
    assertThat(PlanJson.of(plan))
        .startsWith("{\"format\":\"ebb-plan\",\"version\":1,\"digest\":\"" + plan.digest() + "\",")
        .contains(
            "\"cluster\":\"ehpc-1\"",
            "{\"id\":\"cln-node1\",\"host\":\"node1\",\"serial\":1,\"role\":\"compute\","
                + "\"queue\":\"q-batch\",\"status\":\"active\",\"jobs\":[]}",
            "{\"drain\":\"PT1H\",\"batch\":\"doubling\",\"on_deadline\":\"keep\"",
            "{\"guard\":\"in_flight\",\"finding\":\"no foreign operation pending\"",
            "{\"step\":\"leave\",\"queue\":\"q-batch\",\"nodes\":[\"cln-node1\"]}",
            "\"expires_at\":\"2026-11-21T13:00:00Z\"");
  }

  @Test
  void anyPlanIsReadAsItWasWritten() {
    long seed = new Random().nextLong();
    System.out.println("PlanJsonTest: seed " + seed);
    Random random = new Random(seed);
    Set<String> digests = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      Plan any = RandomPlan.of(random);
      Plan again = PlanJson.plan(PlanJson.of(any));
      assertThat(again).as("seed %d, plan %d", seed, i).isEqualTo(any);
      assertThat(again.digest()).isEqualTo(any.digest()).matches("[0-9a-f]{64}");
      digests.add(any.digest());
    }
    assertThat(digests).hasSize(500);
  }

  @Test
  void theOrderOfNamesAndTheBlanksDoNotMatter() {
    String json = PlanJson.of(plan);
    String version = "\"version\":1,";

    assertThat(
            PlanJson.plan(
                json.replace(version, "").replace("{\"format\"", "{ " + version + "\n\"format\"")))
        .isEqualTo(plan);
  }

  @Test
  void theDigestTellsPlansApartThatDifferInOneThing() {
    RetireOptions options = RetireOptions.defaults();

    assertThat(cluster.plan(cluster.compute(1, 3)).digest()).isEqualTo(plan.digest());
    assertThat(cluster.plan(cluster.compute(1, 3), options.withDrain(Duration.ZERO)).digest())
        .isNotEqualTo(plan.digest());
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> PlanJson.plan("retire node1"))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("the plan is not JSON")
        .hasMessageEndingWith("a plan is what ebb retire --save writes, unchanged");
  }

  @Test
  void otherJsonIsNoPlan() {
    assertThatThrownBy(() -> PlanJson.plan("[1]")).hasMessageContaining("is JSON, but no plan");
    assertThatThrownBy(() -> PlanJson.plan("{\"version\": 1}"))
        .hasMessageContaining("is JSON, but no plan");
  }

  @Test
  void aNewerVersionIsNamed() {
    assertThatThrownBy(() -> PlanJson.plan(edited("\"version\":1", "\"version\":2")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("written in version 2 of the format; this Ebb reads version 1");
  }

  @Test
  void anUnknownFieldIsNamedWithItsPlace() {
    assertThatThrownBy(() -> PlanJson.plan(edited("\"serial\":2,", "\"serial\":2,\"colour\":1,")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("a field that no plan has: targets[1].colour");
  }

  @Test
  void aMissingOrMisshapenFieldIsNamed() {
    assertThatThrownBy(() -> PlanJson.plan(edited("\"title\":\"" + plan.title() + "\",", "")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("title");
    assertThatThrownBy(() -> PlanJson.plan(edited("\"max_percent\":100", "\"max_percent\":900")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("options.limits")
        .hasMessageContaining("must be 0% to 100%, not 900");
    assertThatThrownBy(() -> PlanJson.plan(edited("\"step\":\"leave\"", "\"step\":\"run\"")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageContaining("batches[0].steps[0]");
  }

  @Test
  void aPlanChangedByHandIsRefused() {
    for (String json :
        new String[] {
          edited("\"keep_per_role\":1", "\"keep_per_role\":0"),
          edited(
              "\"nodes\":[\"cln-node2\",\"cln-node3\"]", "\"nodes\":[\"cln-node2\",\"cln-node4\"]"),
          edited("\"digest\":\"" + plan.digest() + "\",", ""),
          edited("T13:00:00Z", "T23:00:00Z"),
        }) {
      assertThatThrownBy(() -> PlanJson.plan(json))
          .isInstanceOf(PlanFileException.class)
          .hasMessageContaining("was changed after it was made")
          .hasMessageContaining("make a new one");
    }
  }

  private String edited(String what, String by) {
    String json = PlanJson.of(plan);
    assertThat(json).contains(what);
    return json.replace(what, by);
  }
}
