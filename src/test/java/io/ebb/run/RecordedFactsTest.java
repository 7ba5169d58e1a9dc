package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Queue;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a run writes down for those who read of it later, and does not need itself.
final class RecordedFactsTest {
  private static final Approval APPROVAL =
      new Approval("Retire 1 node?", "1", "alice at the terminal");

  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  /// Somebody who has approved the run, and is asked no more.
  private static Question approved() {
    return new Question() {
      @Override
      public boolean deleteBusy(List<String> hosts, List<String> jobs) {
        return false;
      }

      @Override
      public List<Approval> approvals() {
        return List.of(APPROVAL);
      }
    };
  }

  @Test
  void whatWasApprovedStandsBehindTheBeginning() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      cluster.question = approved();

      Run run = cluster.run(cluster.plan("node3"));

      List<Entry> entries = cluster.journal.entries(run.id());
      assertThat(((Entry.Began) entries.getFirst()).operator())
          .isEqualTo(System.getProperty("user.name"));
      assertThat(entries.get(1)).isEqualTo(APPROVAL.at(entries.get(1).at()));
    }
  }

  @Test
  void whoeverGoesOnWithARunApprovesThatToo() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      String run = interrupted(cluster);
      cluster.question = approved();

      cluster.runner.undo(run, new Cancellation(), RunListener.none(), cluster.question);

      List<Entry> entries = cluster.journal.entries(run);
      int resumed = entries.stream().map(Object::getClass).toList().indexOf(Entry.Resumed.class);
      assertThat(entries.get(resumed + 1)).isInstanceOf(Entry.Approved.class);
      assertThat(approvals(cluster, run)).hasSize(1);
    }
  }

  @Test
  void whereNobodyIsAskedNothingIsSaidOfApprovals() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = cluster.run(cluster.plan("node3"));

      assertThat(approvals(cluster, run.id())).isEmpty();
    }
  }

  @Test
  void theQueuesAreTheFirstAndTheLastThatIsTold() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Map<String, Integer> before = truth(cluster);

      Run run = cluster.run(cluster.plan("node3", "node4", "node8"));

      assertThat(queues(cluster, run)).containsExactly(before, truth(cluster));
      assertThat(before).containsEntry("batch", 6);
      assertThat(truth(cluster)).containsEntry("batch", 4);
    }
  }

  /// The look at the end may be one from before the nodes went back.
  @ParameterizedTest
  @ValueSource(strings = {"leaving queue", "job", "deletion"})
  void ofARunThatIsCancelledNothingWrongIsSaidOfTheQueues(String wait) {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Map<String, Integer> before = truth(cluster);
      cluster.whenWaitingFor(wait, cluster.cancellation::cancel);

      Run run =
          cluster.run(
              cluster.plan(
                  RetireOptions.defaults().withDrain(Duration.ofMinutes(3)), "node3", "node4"));

      List<Map<String, Integer>> told = queues(cluster, run);
      assertThat(told.getFirst()).isEqualTo(before);
      assertThat(told.stream().skip(1)).allMatch(truth(cluster)::equals);
    }
  }

  private static String interrupted(SimulatedCluster cluster) {
    Plan plan = cluster.plan("node3");
    cluster.whenWaitingFor("job", () -> cluster.cancellation.interrupt("a test"));
    Run run = cluster.run(plan);
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    return run.id();
  }

  private static List<Entry.Approved> approvals(SimulatedCluster cluster, String run) {
    return of(cluster, run, Entry.Approved.class).toList();
  }

  private static List<Map<String, Integer>> queues(SimulatedCluster cluster, Run run) {
    return of(cluster, run.id(), Entry.QueuesSeen.class)
        .map(seen ->
            seen.queues().stream()
                .collect(Collectors.toMap(Entry.QueueSeen::name, Entry.QueueSeen::nodes)))
        .toList();
  }

  private static <E> Stream<E> of(SimulatedCluster cluster, String run, Class<E> type) {
    return cluster.journal.entries(run).stream().filter(type::isInstance).map(type::cast);
  }

  private static Map<String, Integer> truth(SimulatedCluster cluster) {
    return cluster.ehpc.queues(SimulatedCluster.ID).stream()
        .collect(Collectors.toMap(Queue::label, queue -> queue.serials().size()));
  }
}
