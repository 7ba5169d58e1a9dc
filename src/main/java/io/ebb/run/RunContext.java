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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the parts of one run share: the service, the clock, the journal. Used by the run's own
/// thread only.
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
  private final Holders holders;
  private @Nullable String trouble;

  RunContext(Means means, String run, Plan plan, Cancellation cancellation, RunListener listener) {
    this.ehpc = means.ehpc();
    this.time = means.time();
    this.watcher = means.watcher();
    this.journal = means.journal();
    this.run = run;
    this.plan = plan;
    this.holders = means.holders();
    this.cancellation = cancellation;
    this.listener = listener;
  }

  Instant now() {
    return time.instant();
  }

  /// Writes to the journal. A journal that fails stops the run, but never keeps it from bringing to
  /// an end what was begun: see [#trouble].
  void write(Entry entry) {
    attempt("written to the journal", () -> journal.write(run, entry));
  }

  /// Tells the listener. One that fails stops the run like a failing journal.
  void tell(RunEvent event) {
    attempt("told", () -> listener.on(event));
  }

  private void attempt(String what, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      trouble = trouble == null ? "what happens cannot be " + what + ": " + e : trouble;
    }
  }

  /// Why what the run does cannot be followed from outside; null when it can.
  @Nullable String trouble() {
    return trouble;
  }

  /// The outcome of the node is settled: other runs may have it.
  void release(String node) {
    holders.release(run, node);
  }

  /// From now on this operation is ours, and no reason to hold back.
  void own(String operation) {
    ownOperations.add(operation);
  }

  boolean owns(String operation) {
    return ownOperations.contains(operation);
  }

  /// The cluster as it is for this run: without its own operations, and without the nodes that runs
  /// begun before it hold, which are as good as gone. A service that does not answer is asked again
  /// for as long as verification may take.
  Snapshot look() {
    Instant since = now();
    for (int look = 0; ; look++) {
      try {
        return see();
      } catch (EhpcException e) {
        if (!Setback.mayPass(e) || !waited(since, look, plan.options().verifyDeadline(), e)) {
          throw e;
        }
      }
    }
  }

  /// As [#look], but empty when the service does not answer now.
  Optional<Snapshot> glance() {
    try {
      return Optional.of(see());
    } catch (EhpcException e) {
      if (!Setback.mayPass(e)) {
        throw e;
      }
      return Optional.empty();
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

  private Snapshot see() {
    // Asked first: a node that is released during the look must not count as kept by an old list.
    Set<String> held = holders.before(run);
    Snapshot seen = ehpc.snapshot(plan.cluster());
    return new Snapshot(
        seen.cluster(),
        seen.nodes().stream().filter(node -> !held.contains(node.id())).toList(),
        seen.queues(),
        seen.jobs(),
        seen.operations().stream().filter(operation -> !owns(operation.id())).toList(),
        seen.takenAt());
  }
}
