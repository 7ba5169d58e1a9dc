package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Operation;
import io.ebb.plan.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The operation log of one cluster as all who wait for operations there share it: a listing that
/// one of them has made in a tick serves the others. Safe for use by many threads.
final class OperationLog {
  /// How far the service's clock may be behind ours.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final Ehpc ehpc;
  private final String cluster;
  private final Time time;
  private final Pace pace;
  private final List<Instant> waiting = new ArrayList<>();

  private Optional<Map<String, Operation>> listing = Optional.empty();
  private Instant next = Instant.MAX;
  private int looks;

  OperationLog(Ehpc ehpc, String cluster, Time time, Pace pace) {
    this.ehpc = ehpc;
    this.cluster = cluster;
    this.time = time;
    this.pace = pace;
  }

  /// Somebody begins to wait for an operation begun at `since`: the pace starts anew.
  synchronized void join(Instant since) {
    Instant soon = time.instant().plus(pace.waitBefore(0));
    next = waiting.isEmpty() || soon.isBefore(next) ? soon : next;
    looks = 0;
    waiting.add(since);
  }

  /// Somebody who joined with `since` does not wait any more.
  synchronized void leave(Instant since) {
    waiting.remove(since);
  }

  /// How long it is until the next tick.
  synchronized Duration untilNext() {
    return Duration.between(time.instant(), next);
  }

  /// The operations by id as the latest tick shows them; empty when the log could not be read then.
  synchronized Optional<Map<String, Operation>> look() {
    if (!time.instant().isBefore(next)) {
      listing = list();
      looks++;
      next = time.instant().plus(pace.waitBefore(looks));
    }
    return listing;
  }

  private Optional<Map<String, Operation>> list() {
    try {
      return Optional.of(
          ehpc.operations(cluster, Collections.min(waiting).minus(SKEW)).stream()
              .collect(Collectors.toMap(Operation::id, Function.identity(), (first, _) -> first)));
    } catch (EhpcException e) {
      if (!Setback.mayPass(e)) {
        throw e;
      }
      // No news is not bad news: the next tick asks again, and every wait has a deadline.
      return Optional.empty();
    }
  }
}
