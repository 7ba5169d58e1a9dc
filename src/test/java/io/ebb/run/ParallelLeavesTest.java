package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.plan.Batches;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The nodes of a batch leave several queues at the same time, and something is wrong with one of
/// them.
final class ParallelLeavesTest {
  private static final RetireOptions ALL = RetireOptions.defaults().withBatch(Batches.parse("all"));

  @Test
  void allLeaveByOneLookAndOnePoll() {
    try (SimulatedCluster cluster = fourQueues()) {
      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      List<String> paths = cluster.sim.calls().stream().map(Call::path).toList();
      int first = paths.indexOf(SimulatedCluster.LEAVE);
      assertThat(paths.subList(first, first + 5))
          .containsExactly(
              SimulatedCluster.LEAVE,
              SimulatedCluster.LEAVE,
              SimulatedCluster.LEAVE,
              SimulatedCluster.LEAVE,
              "/operation");
      assertThat(cluster.heard(RunEvent.Waiting.class).getFirst().reason())
          .isEqualTo("leaving queue q1 and 3 more go on");
    }
  }

  @Test
  void theOneThatWasRefusedIsSentAgainAfterALook() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(
          new Fault(SimulatedCluster.LEAVE, 2, new FaultKind.RetCode(1400, "cluster is busy")));

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(5);
      assertThat(lookedBetween(cluster, 3, 4)).isTrue();
    }
  }

  /// The documents do not say whether one queue operation blocks others of the cluster.
  @Test
  void aServiceThatTakesOneAtATimeCostsTimeAndNothingElse() {
    try (SimulatedCluster cluster = fourQueues()) {
      FaultKind busy = new FaultKind.RetCode(1400, "another operation goes on in the cluster");
      for (int nth = 2; nth <= 4; nth++) {
        cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, nth, busy));
      }

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(7);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isEqualTo(1);
    }
  }

  @Test
  void theOneThatIsRefusedForGoodFailsAndTheOthersGoOn() {
    try (SimulatedCluster cluster = fourQueues()) {
      for (int nth = 4; nth <= 6; nth++) {
        cluster.sim.inject(
            new Fault(SimulatedCluster.LEAVE, nth, new FaultKind.RetCode(1400, "not allowed")));
      }

      Run run = cluster.run(plan(cluster));

      assertThat(run.nodes())
          .extracting(NodeOutcome::host, NodeOutcome::outcome)
          .containsExactly(
              tuple("node1", Outcome.RETIRED),
              tuple("node5", Outcome.RETIRED),
              tuple("node9", Outcome.RETIRED),
              tuple("node13", Outcome.FAILED));
      assertThat(cluster.node("node13").orElseThrow().queue()).isEqualTo("ehpcq-q4");
    }
  }

  @Test
  void theOneWhoseAnswerIsLostIsFoundInTheLog() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, 3, new FaultKind.ResetAfter()));

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).as("each sent once").isEqualTo(4);
      assertThat(cluster.written(run, Entry.Adopted.class)).hasSize(1);
    }
  }

  @Test
  void theOneThatWasLostOnItsWayIsSentAgain() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, 3, new FaultKind.ResetBefore()));

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(5);
      assertThat(cluster.written(run, Entry.Adopted.class)).isEmpty();
    }
  }

  /// It hangs for longer than a change whose answer was lost may take to show.
  @Test
  void theOneWhoseAnswerIsLostIsLookedForAlthoughAnotherNeverEnds() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, 1, new FaultKind.OperationNeverEnds()));
      cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, 3, new FaultKind.ResetAfter()));

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.UNKNOWN);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.UNKNOWN, Outcome.KEPT, Outcome.KEPT, Outcome.KEPT);
      assertThat(cluster.calls(SimulatedCluster.DELETE)).isZero();
    }
  }

  @Test
  void theOneWhoseOperationFailsStaysAndTheOthersGoOn() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(new Fault(SimulatedCluster.LEAVE, 2, new FaultKind.OperationFails()));

      Run run = cluster.run(plan(cluster));

      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.FAILED, Outcome.RETIRED, Outcome.RETIRED);
      assertThat(cluster.node("node5").orElseThrow().queue()).isEqualTo("ehpcq-q2");
    }
  }

  @Test
  void anAuthErrorOnTheWayStopsTheRestAndFollowsWhatWasSent() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.sim.inject(
          new Fault(SimulatedCluster.LEAVE, 3, new FaultKind.RetCode(1200, "no such key")));

      Run run = cluster.run(plan(cluster));

      assertThat(run.stopped()).contains("no such key");
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.KEPT, Outcome.UNTOUCHED, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(3);
      assertThat(cluster.node("node1").orElseThrow().queue()).isEqualTo("ehpcq-q1");
      assertThat(cluster.node("node5").orElseThrow().queue()).isEqualTo("ehpcq-q2");
    }
  }

  @Test
  void cancelledBetweenTwoOfThemTheRestIsNotSentAndTheFirstGoesBack() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt) {
              cluster.cancellation.cancel();
            }
          };

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.KEPT, Outcome.UNTOUCHED, Outcome.UNTOUCHED, Outcome.UNTOUCHED);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isEqualTo(1);
      assertThat(cluster.node("node1").orElseThrow().queue()).isEqualTo("ehpcq-q1");
    }
  }

  @Test
  void whenSendingTakesLongTheRestIsLookedAtAgain() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt) {
              cluster.time.clock.advance(Duration.ofSeconds(3));
            }
          };

      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(lookedBetween(cluster, 0, 1)).as("3 s after the look").isFalse();
      assertThat(lookedBetween(cluster, 1, 2)).as("6 s after the look").isTrue();
    }
  }

  @Test
  void theLimitsCountTheWholeBatchBeforeTheFirstIsSent() {
    RetireOptions options = ALL.withLimits(Limits.defaults().withKeepPerRole(12));
    try (SimulatedCluster cluster = fourQueues()) {
      Plan plan = cluster.plan(options, "node1", "node5", "node9", "node13");
      cluster.sim.world().deleteNode(SimulatedCluster.ID, "node16");

      Run run = cluster.run(plan);

      assertThat(run.state()).isEqualTo(RunState.REFUSED);
      assertThat(cluster.calls(SimulatedCluster.LEAVE)).isZero();
    }
  }

  @Test
  void aJobThatASecondOperatorBringsBetweenLeavingAndDeletionKeepsItsNode() {
    try (SimulatedCluster cluster = fourQueues()) {
      cluster.atStep(
          Step.Drain.class,
          () ->
              cluster
                  .sim
                  .world()
                  .addJob(
                      SimulatedCluster.ID, Scenario.Job.running("theirs", "q2", List.of("node5"))));

      Run run = cluster.run(cluster.plan(ALL.withDrain(Duration.ofMinutes(1)), hosts()));

      assertThat(cluster.sim.lostJobs()).isEmpty();
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.RETIRED, Outcome.KEPT, Outcome.RETIRED, Outcome.RETIRED);
    }
  }

  /// The job look is never before the jobs of nodes that have just left had time to be listed.
  @Test
  void aSlowQueueOperationIsSettledBeforeTheJobsAreLookedAt() {
    SimOptions slow = SimOptions.defaults().withQueueSpan(Duration.ofSeconds(12));
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(4, 4, slow)) {
      Run run = cluster.run(plan(cluster));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      List<Call> calls = cluster.sim.calls();
      Call left =
          calls.stream()
              .filter(call -> call.path().equals(SimulatedCluster.LEAVE))
              .reduce((_, last) -> last)
              .orElseThrow();
      Call jobs =
          calls.stream()
              .filter(call -> call.path().equals("/job/list") && call.at().isAfter(left.at()))
              .findFirst()
              .orElseThrow();
      assertThat(jobs.at())
          .isAfterOrEqualTo(left.at().plus(Duration.ofSeconds(12)).plus(Step.Drain.SETTLE));
    }
  }

  /// Two equal times of an operation tell nothing of how long it took.
  @Test
  void anOperationWhoseTimesAreEqualIsSettledFromWhenItsEndIsSeen() {
    SimOptions slow = SimOptions.defaults().withQueueSpan(Duration.ofSeconds(12));
    try (SimulatedCluster cluster = SimulatedCluster.ofQueues(4, 4, slow)) {
      cluster.onEntry =
          entry -> {
            if (entry instanceof Entry.Receipt receipt) {
              cluster.onEntry = _ -> {};
              cluster.inject("/operation", new FaultKind.HttpStatus(200, ended(receipt)));
            }
          };

      Run run = cluster.run(cluster.plan(ALL, "node1"));

      assertThat(run.state()).isEqualTo(RunState.DONE);
      Instant left =
          cluster.sim.calls().stream()
              .filter(call -> call.path().equals(SimulatedCluster.LEAVE))
              .map(Call::at)
              .findFirst()
              .orElseThrow();
      assertThat(cluster.sim.calls())
          .filteredOn(call -> call.path().equals("/job/list") && call.at().isAfter(left))
          .allMatch(call -> !call.at().isBefore(left.plusSeconds(12).plus(Step.Drain.SETTLE)));
    }
  }

  private static String ended(Entry.Receipt receipt) {
    return """
    {"ret_code": 0, "total_count": 1, "job_set": [{"job_id": "%s", "status": "successful",
      "job_action": "HpcQueueRemoveEhpcQueueNodes", "resource_ids": "%s",
      "create_time": "2026-11-21T12:00:20Z", "status_time": "2026-11-21T12:00:20Z"}]}\
    """
        .formatted(receipt.operation(), SimulatedCluster.ID);
  }

  private static SimulatedCluster fourQueues() {
    return SimulatedCluster.ofQueues(4, 4, SimOptions.defaults());
  }

  private static String[] hosts() {
    return new String[] {"node1", "node5", "node9", "node13"};
  }

  private static Plan plan(SimulatedCluster cluster) {
    return cluster.plan(ALL, hosts());
  }

  /// Whether nodes and queues were listed between two sendings of leaves, counted from 0.
  private static boolean lookedBetween(SimulatedCluster cluster, int from, int to) {
    List<Call> calls = cluster.sim.calls();
    List<Integer> sent =
        calls.stream()
            .filter(call -> call.path().equals(SimulatedCluster.LEAVE))
            .map(calls::indexOf)
            .toList();
    List<String> between =
        calls.subList(sent.get(from) + 1, sent.get(to)).stream().map(Call::path).toList();
    return between.contains("/cluster/listNodes") && between.contains("/queue/ehpc/getQueueList");
  }
}
