package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Operation;
import io.ebb.plan.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Waits for operations. One listing of the operation log per cluster and tick serves everybody who
/// waits, however many they are. Safe for use by many threads.
final class Watcher {
  /// How long an accepted operation may be missing from the log.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Ehpc ehpc;
  private final Time time;
  private final Map<String, OperationLog> logs = new ConcurrentHashMap<>();

  Watcher(Ehpc ehpc, Time time) {
    this.ehpc = ehpc;
    this.time = time;
  }

  /// An operation that is waited for.
  ///
  /// @param operation its id
  /// @param since when it was accepted
  /// @param until how long it is waited for
  record Awaited(String operation, Instant since, Instant until) {}

  /// The log of a cluster.
  OperationLog log(String cluster) {
    return logs.computeIfAbsent(cluster, id -> new OperationLog(ehpc, id, time));
  }

  /// Waits until all these operations have ended or their time is over.
  ///
  /// @param pace how often it looks
  /// @param wakesOn which wish to stop ends a wait at once; `beforeLook` may throw then
  /// @param beforeLook told before each wait
  /// @param seen told of each operation once, as soon as it is known
  void await(
      String cluster,
      Collection<Awaited> operations,
      Pace pace,
      Cancellation cancellation,
      Cancellation.Level wakesOn,
      Runnable beforeLook,
      BiConsumer<Awaited, Sighting> seen) {
    List<Awaited> open = new ArrayList<>(operations);
    OperationLog log = log(cluster);
    OperationLog.Waiter waiter = waiter(open, pace);
    log.join(waiter);
    try {
      while (!closed(open, seen)) {
        beforeLook.run();
        cancellation.sleep(time, log.untilNext(), wakesOn);
        log.look(cancellation).ifPresent(listing -> judge(listing, open, seen));
      }
    } finally {
      log.leave(waiter);
    }
  }

  private OperationLog.Waiter waiter(List<Awaited> open, Pace pace) {
    return new OperationLog.Waiter(
        open.stream().map(Awaited::operation).collect(Collectors.toSet()),
        open.stream().map(Awaited::since).min(Instant::compareTo).orElseGet(time::instant),
        pace);
  }

  /// Whether nothing is waited for any more, after leaving off what has no more time.
  private boolean closed(List<Awaited> open, BiConsumer<Awaited, Sighting> seen) {
    open.removeIf(awaited -> {
      boolean over = !time.instant().isBefore(awaited.until());
      if (over) {
        seen.accept(awaited, new Sighting.Pending());
      }
      return over;
    });
    return open.isEmpty();
  }

  private void judge(
      Map<String, Operation> listing, List<Awaited> open, BiConsumer<Awaited, Sighting> seen) {
    open.removeIf(awaited -> {
      Optional<Sighting> sighting = judge(listing, awaited);
      sighting.ifPresent(known -> seen.accept(awaited, known));
      return sighting.isPresent();
    });
  }

  /// What a listing tells; empty while the operation goes on, or may yet be listed.
  private Optional<Sighting> judge(Map<String, Operation> listing, Awaited awaited) {
    Operation found = listing.get(awaited.operation());
    if (found != null) {
      return found.pending() ? Optional.empty() : Optional.of(new Sighting.Ended(found));
    }
    boolean late = time.instant().isAfter(awaited.since().plus(GRACE));
    return late ? byId(awaited.operation()) : Optional.empty();
  }

  /// What the log tells of an operation that the cluster's listing leaves out.
  private Optional<Sighting> byId(String id) {
    try {
      Optional<Operation> found = ehpc.operation(id);
      if (found.isEmpty()) {
        return Optional.of(new Sighting.Missing());
      }
      return found.filter(operation -> !operation.pending()).map(Sighting.Ended::new);
    } catch (EhpcException e) {
      if (!Setback.mayPass(e)) {
        throw e;
      }
      // As with the listing: the next tick asks again.
      return Optional.empty();
    }
  }
}
