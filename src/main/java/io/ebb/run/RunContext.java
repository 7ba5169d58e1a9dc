package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Pace;
import io.ebb.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// What the parts of one run share: the service, the clock, the journal, the latest look. Used by
/// the run's own thread only.
final class RunContext {
  final Plan plan;
  final Ehpc ehpc;
  final Time time;
  final Watcher watcher;
  final Cancellation cancellation;
  final Pace pace = Pace.standard();

  private final Journal journal;
  private final String run;
  private final RunListener listener;
  private final Set<String> ownOperations = new HashSet<>();
  private Snapshot latest;
  private boolean stale;

  RunContext(
      Means means,
      String run,
      Plan plan,
      Snapshot first,
      Cancellation cancellation,
      RunListener listener) {
    this.ehpc = means.ehpc();
    this.time = means.time();
    this.watcher = means.watcher();
    this.journal = means.journal();
    this.run = run;
    this.plan = plan;
    this.latest = first;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  Instant now() {
    return time.instant();
  }

  void write(Entry entry) {
    journal.write(run, entry);
  }

  void tell(RunEvent event) {
    listener.on(event);
  }

  /// From now on this operation is ours, and no reason to hold back.
  void own(String operation) {
    ownOperations.add(operation);
  }

  boolean owns(String operation) {
    return ownOperations.contains(operation);
  }

  /// The cluster as last seen; looks when something was changed since.
  Snapshot latest() {
    return stale ? look() : latest;
  }

  /// The cluster was changed: what was seen does not hold any more.
  void changed() {
    stale = true;
  }

  /// The cluster as it is, without our own operations. A service that does not answer is asked
  /// again for as long as verification may take.
  Snapshot look() {
    Instant since = now();
    for (int look = 0; ; look++) {
      try {
        latest = withoutOwn(ehpc.snapshot(plan.cluster()));
        stale = false;
        return latest;
      } catch (EhpcException e) {
        if (!Setback.mayPass(e) || !waited(since, look, plan.options().verifyDeadline(), e)) {
          throw e;
        }
      }
    }
  }

  /// Looks until the lists show what is expected, for at most so long; returns the last look.
  Snapshot lookUntil(Predicate<Snapshot> shown, String reason, Duration atMost) {
    Instant since = now();
    Instant deadline = since.plus(atMost);
    Snapshot seen = look();
    for (int look = 0; !shown.test(seen) && now().isBefore(deadline); look++) {
      tell(new RunEvent.Waiting(reason, since, "the lists showing it", deadline));
      if (!cancellation.sleep(time, pace.waitBefore(look), Cancellation.Level.TWICE)) {
        return seen;
      }
      seen = look();
    }
    return seen;
  }

  private boolean waited(Instant since, int look, Duration atMost, EhpcException cause) {
    Instant deadline = since.plus(atMost);
    Duration pause = pace.waitBefore(look);
    if (now().plus(pause).isAfter(deadline)) {
      return false;
    }
    tell(
        new RunEvent.Waiting(
            String.valueOf(cause.getMessage()), since, "the service answering", deadline));
    return cancellation.sleep(time, pause, Cancellation.Level.TWICE);
  }

  private Snapshot withoutOwn(Snapshot seen) {
    return new Snapshot(
        seen.cluster(),
        seen.nodes(),
        seen.queues(),
        seen.jobs(),
        seen.operations().stream().filter(operation -> !owns(operation.id())).toList(),
        seen.takenAt());
  }
}
