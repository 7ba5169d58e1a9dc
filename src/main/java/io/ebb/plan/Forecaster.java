package io.ebb.plan;

import io.ebb.cluster.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What batches will cost when nothing goes wrong. It mirrors how the runner looks: once before the
/// first batch, before each change, after the nodes have left, and after they are deleted.
final class Forecaster {
  /// The documented example of a queue operation.
  private static final Duration QUEUE_CHANGE = Duration.ofSeconds(7);

  /// Deletion has no documented duration; this is the documented example of a creation. Only the
  /// forecast depends on it.
  private static final Duration DELETION = Duration.ofSeconds(55);

  private static final int PAGE = 100;

  private Forecaster() {}

  static Forecast forecast(Snapshot snapshot, List<Batch> batches, Pace pace, Instant now) {
    int calls = batches.isEmpty() ? 0 : look(snapshot);
    Instant earliest = now;
    Instant latest = now;
    for (Step step : batches.stream().map(Batch::steps).flatMap(List::stream).toList()) {
      calls += calls(step, snapshot, pace);
      Duration time = time(step, pace);
      earliest = earliest.plus(time);
      latest = latest.plus(time).plus(step instanceof Step.Drain d ? d.atMost() : Duration.ZERO);
    }
    return new Forecast(calls, earliest, latest);
  }

  private static int calls(Step step, Snapshot snapshot, Pace pace) {
    return switch (step) {
      case Step.Leave _ -> look(snapshot) + 1 + pace.looks(QUEUE_CHANGE);
      case Step.Delete _ -> look(snapshot) + 1 + pace.looks(DELETION);
      case Step.Drain _, Step.Verify _ -> look(snapshot);
    };
  }

  private static Duration time(Step step, Pace pace) {
    return switch (step) {
      case Step.Leave _ -> pace.elapsed(pace.looks(QUEUE_CHANGE));
      case Step.Delete _ -> pace.elapsed(pace.looks(DELETION));
      case Step.Drain _ -> Step.Drain.SETTLE;
      case Step.Verify _ -> Duration.ZERO;
    };
  }

  private static int look(Snapshot snapshot) {
    return pages(snapshot.nodes())
        + pages(snapshot.queues())
        + pages(snapshot.jobs())
        + pages(snapshot.operations());
  }

  private static int pages(Collection<?> items) {
    return Math.max(1, Math.ceilDiv(items.size(), PAGE));
  }
}
