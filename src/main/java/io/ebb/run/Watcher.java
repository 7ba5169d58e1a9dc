package io.ebb.run;

import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Operation;
import io.ebb.plan.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Waits for operations. One listing of the operation log per cluster and tick serves everybody who
/// waits, however many they are. Safe for use by many threads.
final class Watcher {
  /// How long an accepted operation may be missing from the log.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Ehpc ehpc;
  private final Time time;
  private final Pace pace;
  private final Map<String, OperationLog> logs = new ConcurrentHashMap<>();

  Watcher(Ehpc ehpc, Time time, Pace pace) {
    this.ehpc = ehpc;
    this.time = time;
    this.pace = pace;
  }

  /// Waits until the operation has ended, the deadline has passed, or the run is cancelled twice: a
  /// change that the service has accepted is followed to its end otherwise.
  ///
  /// @param since when the change was sent
  /// @param beforeLook told before each wait
  Sighting await(
      String cluster,
      String operation,
      Instant since,
      Instant deadline,
      Cancellation cancellation,
      Runnable beforeLook) {
    OperationLog log = logs.computeIfAbsent(cluster, id -> new OperationLog(ehpc, id, time, pace));
    log.join(since);
    try {
      while (time.instant().isBefore(deadline)) {
        beforeLook.run();
        if (!cancellation.sleep(time, log.untilNext(), Cancellation.Level.TWICE)) {
          return new Sighting.Pending();
        }
        Optional<Sighting> seen = log.look().flatMap(listing -> judge(listing, operation, since));
        if (seen.isPresent()) {
          return seen.get();
        }
      }
      return new Sighting.Pending();
    } finally {
      log.leave(since);
    }
  }

  /// What a listing tells; empty while the operation goes on, or may yet be listed.
  private Optional<Sighting> judge(
      Map<String, Operation> listing, String operation, Instant since) {
    Operation found = listing.get(operation);
    if (found != null) {
      return found.pending() ? Optional.empty() : Optional.of(new Sighting.Ended(found));
    }
    boolean late = time.instant().isAfter(since.plus(GRACE));
    return late ? byId(operation) : Optional.empty();
  }

  /// What the log tells of an operation that the cluster's listing leaves out.
  private Optional<Sighting> byId(String id) {
    Optional<Operation> found = ehpc.operation(id);
    if (found.isEmpty()) {
      return Optional.of(new Sighting.Missing());
    }
    return found.filter(operation -> !operation.pending()).map(Sighting.Ended::new);
  }
}
