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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The operation log of one cluster as all who wait for operations there share it: a listing that
/// one of them has made in a tick serves the others. Safe for use by many threads.
final class OperationLog {
  /// How far the service's clock may be behind ours. What is listed is found by its id: a wide
  /// margin costs a page now and then, a narrow one an operation that is never seen.
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Ehpc ehpc;
  private final String cluster;
  private final Time time;
  private final Pace pace;
  private final List<Instant> waiting = new ArrayList<>();

  private CompletableFuture<Optional<Map<String, Operation>>> listing =
      CompletableFuture.completedFuture(Optional.empty());
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
  Optional<Map<String, Operation>> look() {
    Optional<Tick> tick = tick();
    if (tick.isPresent()) {
      return tick.get().read();
    }
    return current().join();
  }

  private synchronized CompletableFuture<Optional<Map<String, Operation>>> current() {
    return listing;
  }

  /// The tick that is due, for whoever asks first: the others wait for what is read then.
  private synchronized Optional<Tick> tick() {
    if (time.instant().isBefore(next)) {
      return Optional.empty();
    }
    looks++;
    next = time.instant().plus(pace.waitBefore(looks));
    listing = new CompletableFuture<>();
    return Optional.of(new Tick(Collections.min(waiting).minus(SKEW), listing));
  }

  /// One reading of the log.
  private final class Tick {
    private final Instant since;
    private final CompletableFuture<Optional<Map<String, Operation>>> result;

    Tick(Instant since, CompletableFuture<Optional<Map<String, Operation>>> result) {
      this.since = since;
      this.result = result;
    }

    /// Whoever reads has the error, if there is one; for the others this tick brings no news.
    Optional<Map<String, Operation>> read() {
      try {
        result.complete(list());
      } finally {
        result.complete(Optional.empty());
      }
      return result.join();
    }

    private Optional<Map<String, Operation>> list() {
      try {
        return Optional.of(
            ehpc.operations(cluster, since).stream()
                .collect(
                    Collectors.toMap(Operation::id, Function.identity(), (first, _) -> first)));
      } catch (EhpcException e) {
        if (!Setback.mayPass(e)) {
          throw e;
        }
        // No news is not bad news: the next tick asks again, and every wait has a deadline.
        return Optional.empty();
      }
    }
  }
}
