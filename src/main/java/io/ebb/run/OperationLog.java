package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.LogReading;
import io.ebb.cluster.Operation;
import io.ebb.plan.Pace;
import io.ebb.run.Cancellation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The operation log of one cluster as all who wait for operations there share it: a listing that
/// one of them has made in a tick serves the others. Safe for use by many threads.
final class OperationLog {
  /// How far the service's clock may be behind without our knowing, generously: what is listed is
  /// found by its id.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final Ehpc ehpc;
  private final String cluster;
  private final Time time;
  private final List<Waiter> waiting = new ArrayList<>();

  private CompletableFuture<Optional<Map<String, Operation>>> listing =
      CompletableFuture.completedFuture(Optional.empty());
  private @Nullable Latest latest;

  /// What was read last, whoever read it.
  private record Latest(LogReading reading, Instant begun, long changes) {}

  OperationLog(Ehpc ehpc, String cluster, Time time) {
    this.ehpc = ehpc;
    this.cluster = cluster;
    this.time = time;
  }

  /// Somebody who waits for operations, with the pace of it.
  static final class Waiter {
    private final Set<String> operations;
    private final Instant since;
    private final Pace pace;
    private int looks;
    private Instant due = Instant.MAX;

    /// @param operations the ids of what is waited for
    /// @param since when the first of them was begun, by our clock
    Waiter(Set<String> operations, Instant since, Pace pace) {
      this.operations = Set.copyOf(operations);
      this.since = since;
      this.pace = pace;
    }

    private Instant due() {
      return due;
    }

    /// A look at `now` serves who would look soon after it as well.
    private void served(Instant now) {
      Duration soon = pace.waitBefore(looks).dividedBy(2);
      if (!due.isAfter(now.plus(soon))) {
        looks++;
        next(now);
      }
    }

    private void next(Instant now) {
      due = now.plus(pace.waitBefore(looks));
    }
  }

  /// Somebody begins to wait, at the beginning of the own pace.
  synchronized void join(Waiter waiter) {
    waiter.next(time.instant());
    waiting.add(waiter);
  }

  /// Somebody does not wait any more.
  synchronized void leave(Waiter waiter) {
    waiting.remove(waiter);
  }

  /// How long it is until the next tick, of whoever waits.
  synchronized Duration untilNext() {
    return Duration.between(time.instant(), next());
  }

  /// The operations by id as the latest tick shows them; empty when the log could not be read then.
  /// What somebody else is just reading is waited for.
  Optional<Map<String, Operation>> look(Cancellation cancellation) {
    Optional<Tick> tick = tick();
    if (tick.isPresent()) {
      return tick.get().read();
    }
    CompletableFuture<Optional<Map<String, Operation>>> others = current();
    cancellation.await(() -> settle(others), Level.INTERRUPTED);
    return others.join();
  }

  private static void settle(CompletableFuture<?> reading) throws InterruptedException {
    try {
      reading.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reading that fails is no news for the others", e);
    }
  }

  /// All operations created later than `back`: as somebody has just read them, else read now.
  LogReading read(Instant back) {
    return recent(back).orElseGet(() -> fetch(back, Set.of()));
  }

  /// A moment by our clock as the service's clock shows it at the latest that it may be behind.
  Instant notAfter(Instant ours) {
    return ours.plus(Duration.between(time.instant(), ehpc.serviceTime())).minus(SKEW);
  }

  /// The log was read as part of a snapshot.
  void handOn(LogReading reading, Instant begun, long changes) {
    remember(new Latest(reading, begun, changes));
  }

  /// What was read in this moment, if it goes back so far and nothing was sent from here since.
  private synchronized Optional<LogReading> recent(Instant back) {
    return Optional.ofNullable(latest)
        .filter(last -> last.changes() == ehpc.changes(cluster))
        .filter(last -> Looks.inMoment(last.begun(), time.instant()))
        .map(Latest::reading)
        .filter(reading -> reading.reach().isBefore(back));
  }

  private LogReading fetch(Instant since, Set<String> operations) {
    Instant begun = time.instant();
    long changes = ehpc.changes(cluster);
    LogReading reading = ehpc.log(cluster, since, operations);
    remember(new Latest(reading, begun, changes));
    return reading;
  }

  private synchronized void remember(Latest reading) {
    latest = reading;
  }

  private synchronized CompletableFuture<Optional<Map<String, Operation>>> current() {
    return listing;
  }

  private Instant next() {
    return waiting.stream().map(Waiter::due).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /// The tick that is due, for whoever asks first: the others wait for what is read then.
  private synchronized Optional<Tick> tick() {
    Instant now = time.instant();
    if (now.isBefore(next())) {
      return Optional.empty();
    }
    waiting.forEach(waiter -> waiter.served(now));
    listing = new CompletableFuture<>();
    Instant since =
        waiting.stream().map(waiter -> waiter.since).min(Comparator.naturalOrder()).orElse(now);
    Set<String> operations =
        waiting.stream().flatMap(waiter -> waiter.operations.stream()).collect(Collectors.toSet());
    return Optional.of(new Tick(notAfter(since), operations, listing));
  }

  /// One reading of the log.
  private final class Tick {
    private final Instant since;
    private final Set<String> operations;
    private final CompletableFuture<Optional<Map<String, Operation>>> result;

    Tick(
        Instant since,
        Set<String> operations,
        CompletableFuture<Optional<Map<String, Operation>>> result) {
      this.since = since;
      this.operations = operations;
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
            fetch(since, operations).operations().stream()
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
