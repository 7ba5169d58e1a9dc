package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.cluster.Node;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CompositionTest {
  private static final Duration HOURS = Duration.ofHours(2);

  private final Fixture cluster = Fixture.of(4, 8);
  private final Composition blank = Composition.of("by hand", RetireOptions.defaults());

  @Test
  void allWordsMakeThePlanThatRetiresTheNodes() {
    cluster.jobs.add(Fixture.job("j8812", "q-batch", "node2"));
    Plan built = cluster.plan(cluster.compute(1, 4), RetireOptions.defaults().withDrain(HOURS));

    Plan composed =
        plan(
            blank
                .fence(nodes("node1", "node2", "node3", "node4"))
                .drain(HOURS, OnDeadline.KEEP)
                .leaveQueue()
                .delete()
                .verify());

    assertThat(composed.title()).isEqualTo("by hand");
    assertThat(composed).usingRecursiveComparison().ignoringFields("title").isEqualTo(built);
  }

  @Test
  void aPauseAndAQuestionStandWhereTheyAreSaid() {
    Plan plan =
        plan(
            Composition.of("t", RetireOptions.defaults().withBatch(Batches.parse("all")))
                .fence(nodes("node1"))
                .confirm(" Is it quiet? ")
                .drain(HOURS, OnDeadline.ASK)
                .pause(Duration.ofMinutes(10))
                .delete());

    List<String> node = List.of("cln-node1");
    assertThat(plan.batches().getFirst().steps())
        .containsExactly(
            new Step.Leave("q-batch", node),
            new Step.Confirm(node, "Is it quiet?"),
            new Step.Drain(node, HOURS, OnDeadline.ASK),
            new Step.Pause(node, Duration.ofMinutes(10)),
            new Step.Delete(node),
            new Step.Verify(node, Duration.ofMinutes(5)));
    assertThat(plan.lines())
        .extracting(line -> line.label() + " | " + line.text())
        .contains(
            "fence | leaving the queue: no new job can start there",
            "confirm | in each batch is asked: \"Is it quiet?\"",
            "pause | 10m in each batch");
    assertThat(plan.options().drain()).isEqualTo(HOURS);
  }

  @Test
  void aPlanMayEndBeforeTheDeletion() {
    Plan plan = plan(blank.fence(nodes("node1", "node2")).leaveQueue());

    assertThat(plan.applicable()).isTrue();
    assertThat(plan.batches())
        .flatExtracting(Batch::steps)
        .hasOnlyElementsOfType(Step.Leave.class)
        .hasSize(2);
    assertThat(plan.deleted()).isEmpty();
    assertThat(plan.lines())
        .extracting(line -> line.label() + " | " + line.text())
        .contains("end | nothing is deleted: the nodes stay, out of their queue");
  }

  @Test
  void whatDeletesNothingLosesNoJobs() {
    Composition drained = blank.fence(nodes("node1")).drain(HOURS, OnDeadline.FORCE);

    assertThatThrownBy(() -> plan(drained)).hasMessageContainingAll("nothing to force", "say keep");
    assertThat(plan(drained.delete()).applicable()).isTrue();
  }

  @Test
  void someOfTheFencedNodesMayBeDeleted() {
    Plan plan =
        plan(
            blank
                .fence(nodes("node1", "node2"))
                .drain(HOURS, OnDeadline.KEEP)
                .delete(nodes("node2")));

    assertThat(plan.targets()).hasSize(2);
    assertThat(plan.deleted()).containsExactly("cln-node2");
  }

  @Test
  void nodesThatRunNoJobsNeedNoDrain() {
    cluster.nodes.add(Fixture.node(Role.LOGIN, 2, null));

    assertThat(plan(blank.fence(nodes("login2")).delete()).applicable()).isTrue();
  }

  @Test
  void theSameGuardsHold() {
    Plan plan =
        plan(blank.fence(Nodes.all(cluster.snapshot())).drain(HOURS, OnDeadline.KEEP).delete());

    assertThat(plan.violations())
        .extracting(Violation::guard)
        .contains(Guard.ROLES, Guard.ROLE_REMAINS, Guard.QUEUE_REMAINS, Guard.KEEP);
    assertThat(plan.batches()).isEmpty();
  }

  @Test
  void withoutTimeToDrainNoJobMayRun() {
    cluster.jobs.add(Fixture.job("j8812", "q-batch", "node2"));

    assertThat(
            plan(blank.fence(nodes("node2")).drain(Duration.ZERO, OnDeadline.KEEP).delete())
                .violations())
        .extracting(Violation::guard)
        .containsExactly(Guard.JOBS);
  }

  @Test
  void eachWordGivesANewComposition() {
    Composition fenced = blank.fence(nodes("node1"));
    fenced.drain(HOURS, OnDeadline.KEEP).delete();

    assertThat(plan(fenced).batches().getFirst().steps()).hasSize(1);
  }

  private static Arguments refused(String why, UnaryOperator<Composition> words) {
    return Arguments.of(why, words);
  }

  static List<Arguments> refused() {
    return List.of(
        refused("drain comes after a fence: begin with fence(nodes)", c -> drain(c)),
        refused("delete comes after a fence: begin with fence(nodes)", c -> c.delete()),
        refused("leaveQueue comes after a fence", c -> c.leaveQueue()),
        refused("verify comes after delete", c -> c.verify()),
        refused("verify comes after delete", c -> fence(c).verify()),
        refused("in one fence(nodes)", c -> fence(fence(c))),
        refused("delete comes after drain", c -> fence(c).delete()),
        refused("delete comes after drain", c -> fence(c).pause(HOURS).delete()),
        refused("says drain already", c -> drain(drain(fence(c)))),
        refused("says leaveQueue already", c -> fence(c).leaveQueue().leaveQueue()),
        refused("says delete already", c -> drain(fence(c)).delete().delete()),
        refused("says verify already", c -> drain(fence(c)).delete().verify().verify()),
        refused("drain comes before delete", c -> drain(login(c).delete())),
        refused("pause comes before delete", c -> drain(fence(c)).delete().pause(HOURS)),
        refused("confirm comes before delete", c -> drain(fence(c)).delete().confirm("Go?")),
        refused("leaveQueue comes before delete", c -> drain(fence(c)).delete().leaveQueue()),
        refused(
            "delete names what is not fenced: node[2-3]",
            c -> drain(fence(c)).delete(nodes(Fixture.of(4, 8), "node1", "node2", "node3"))),
        refused("a pause takes time", c -> fence(c).pause(Duration.ZERO)),
        refused("confirm needs a question", c -> fence(c).confirm(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(CharSequence why, UnaryOperator<Composition> words) {
    assertThatThrownBy(() -> words.apply(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why.toString());
  }

  @Test
  void withoutAFenceThereIsNoPlan() {
    assertThatThrownBy(() -> plan(blank)).hasMessageContaining("begin with fence(nodes)");
  }

  private static Composition fence(Composition words) {
    return words.fence(nodes(Fixture.of(4, 8), "node1"));
  }

  private static Composition login(Composition words) {
    return words.fence(nodes(Fixture.of(4, 8), "login1"));
  }

  private static Composition drain(Composition words) {
    return words.drain(HOURS, OnDeadline.KEEP);
  }

  private Nodes nodes(String... hosts) {
    return nodes(cluster, hosts);
  }

  private static Nodes nodes(Fixture cluster, String... hosts) {
    List<Node> chosen = cluster.hosts(hosts);
    return new Nodes(cluster.snapshot(), chosen);
  }

  private Plan plan(Composition composition) {
    return composition.plan(cluster.budget, Fixture.NOW);
  }
}
