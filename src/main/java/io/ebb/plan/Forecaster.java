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

  private final Snapshot snapshot;
  private int nodes;
  private int calls;
  private Instant earliest;
  private Instant latest;

  private Forecaster(Snapshot snapshot, Instant now) {
    this.snapshot = snapshot;
    this.nodes = snapshot.nodes().size();
    this.earliest = now;
    this.latest = now;
  }

  static Forecast forecast(Snapshot snapshot, List<Batch> batches, Instant now) {
    Forecaster forecaster = new Forecaster(snapshot, now);
    if (!batches.isEmpty()) {
      forecaster.calls += forecaster.members() + LOG;
    }
    batches.forEach(forecaster::add);
    return new Forecast(forecaster.calls, forecaster.earliest, forecaster.latest);
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
        calls += pages(snapshot.jobs().size()) + 1 + looks;
        pass(Pace.ofDeletion().elapsed(looks));
        nodes -= delete.nodes().size();
      }
      case Step.Verify _ -> calls += members();
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
    return pages(snapshot.queues().size());
  }

  private static int pages(int items) {
    return 1 + Math.ceilDiv(Math.max(0, items - PAGE), PAGE - 1);
  }
}
