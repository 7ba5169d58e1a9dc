package io.ebb.plan;

import io.ebb.cluster.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What batches will cost when nothing goes wrong. It mirrors how the runner looks: at nodes,
/// queues and operations before the first batch; at nodes, queues and jobs after the nodes have
/// left and before they are deleted; at nodes and queues after that, by which the next batch
/// begins. The operations are as the poll before has shown them; by these, more than one page of
/// nodes need not be listed again after leaving, but is counted.
final class Forecaster {
  /// The documented example of a queue operation.
  private static final Duration QUEUE_CHANGE = Duration.ofSeconds(7);

  /// Deletion has no documented duration; this is the documented example of a creation. Only the
  /// forecast depends on it.
  private static final Duration DELETION = Duration.ofSeconds(55);

  /// What the first page of a list holds; each further one begins with the last item before it.
  private static final int PAGE = 100;

  /// One page of the log is enough, newest first.
  private static final int LOG = 1;

  /// The only page of the nodes, or the count of more.
  private static final int NODES_AGAIN = 1;

  private final int queues;
  private final int jobs;
  private int nodes;
  private int calls;
  private Instant earliest;
  private Instant latest;

  private Forecaster(int nodes, int queues, int jobs, Instant now) {
    this.nodes = nodes;
    this.queues = queues;
    this.jobs = jobs;
    this.earliest = now;
    this.latest = now;
  }

  static Forecast forecast(Snapshot snapshot, List<Batch> batches, Instant now) {
    return new Forecaster(
            snapshot.nodes().size(), snapshot.queues().size(), snapshot.jobs().size(), now)
        .of(batches);
  }

  /// The calls of making a plan for one node and of carrying it out at once, which saves the first
  /// look: it lists nothing but the jobs beyond what carrying out a plan takes anyway.
  static int callsForOneNode(int nodes, int queues, int jobs) {
    List<String> node = List.of("cln-1");
    List<Step> steps =
        List.of(
            new Step.Leave("ehpcq-1", node),
            new Step.Drain(node, Duration.ZERO, OnDeadline.KEEP),
            new Step.Delete(node),
            new Step.Verify(node, Duration.ZERO));
    Forecaster forecaster = new Forecaster(nodes, queues, jobs, Instant.EPOCH);
    return forecaster.of(List.of(new Batch(1, node, steps))).calls() + pages(jobs);
  }

  private Forecast of(List<Batch> batches) {
    if (!batches.isEmpty()) {
      calls += members() + LOG;
    }
    batches.forEach(this::add);
    return new Forecast(calls, earliest, latest);
  }

  private void add(Batch batch) {
    long leaves = batch.steps().stream().filter(Step.Leave.class::isInstance).count();
    if (leaves > 0) {
      int looks = Pace.ofLeaving().looks(QUEUE_CHANGE);
      calls += (int) leaves + looks;
      pass(Pace.ofLeaving().elapsed(looks));
    }
    for (Step step : batch.steps()) {
      add(step, leaves > 0);
    }
  }

  private void add(Step step, boolean afterLeaving) {
    switch (step) {
      case Step.Leave _ -> {} // All of a batch at once.
      case Step.Drain drain -> {
        calls += afterLeaving ? NODES_AGAIN + queues() : members() + LOG;
        pass(afterLeaving ? Duration.ZERO : Step.Drain.SETTLE);
        latest = latest.plus(drain.atMost());
      }
      case Step.Delete delete -> {
        int looks = Pace.ofDeletion().looks(DELETION);
        calls += pages(jobs) + 1 + looks;
        pass(Pace.ofDeletion().elapsed(looks));
        nodes -= delete.nodes().size();
      }
      case Step.Verify _ -> calls += members();
      case Step.Pause pause -> {
        calls += members() + LOG; // what was seen before it is too old to delete by
        pass(pause.span());
      }
      case Step.Confirm _ -> calls += members() + LOG; // it takes its time to be answered
    }
  }

  private void pass(Duration span) {
    earliest = earliest.plus(span);
    latest = latest.plus(span);
  }

  private int members() {
    return pages(nodes) + queues();
  }

  private int queues() {
    return pages(queues);
  }

  private static int pages(int items) {
    return 1 + Math.ceilDiv(Math.max(0, items - PAGE), PAGE - 1);
  }
}
