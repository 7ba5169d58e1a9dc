package io.ebb.run;

import io.ebb.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one run writes down and tells: its part of the journal, and its listener. Used by the run's
/// own thread only.
///
/// A journal that fails halts the run: nothing may happen that nobody could tell of afterwards. A
/// listener that fails stops it in an orderly way.
final class Logbook {
  /// A wait that may last this much longer than was written is written again.
  private static final Duration NEWS = Duration.ofSeconds(30);

  /// How old an intent may be when it is sent: its lease holds for 30 s, of which the sending keeps
  /// the rest.
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final Means means;
  private final Lease lease;
  private final Cancellation cancellation;
  private final RunListener listener;

  private Entry.@Nullable Waiting waiting;
  private long intended;
  private @Nullable String trouble;

  Logbook(Means means, Lease lease, Cancellation cancellation, RunListener listener) {
    this.means = means;
    this.lease = lease;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  String run() {
    return lease.run();
  }

  /// Writes to the journal. Once the run is interrupted, only what the service has answered is
  /// still written.
  ///
  /// @throws Halt when it cannot be written, or the run is interrupted
  void write(Entry entry) {
    if (!answers(entry)) {
      cancellation.goOn();
    }
    if (entry instanceof Entry.Intent) {
      intended = means.ticks().getAsLong(); // before: the lease holds from a moment after it
    }
    waiting = entry instanceof Entry.Waiting wait ? wait : null;
    try {
      means.journal().write(lease, entry);
    } catch (RuntimeException e) {
      throw Halt.unwritten(entry, e);
    }
  }

  private static boolean answers(Entry entry) {
    return entry instanceof Entry.Receipt
        || entry instanceof Entry.Declined
        || entry instanceof Entry.Adopted;
  }

  /// How long ago the last intent was written, if that is too long to send it: the process was
  /// paused in between, and somebody else may carry out the run by now. Null when it is not.
  @Nullable Duration late() {
    Duration since = Duration.ofNanos(means.ticks().getAsLong() - intended);
    return since.compareTo(FRESH) > 0 ? since : null;
  }

  /// Has the run cancelled if somebody has asked for that in another process.
  void heed() {
    if (read(() -> means.journal().head(lease.run()).cancelAsked())) {
      cancellation.cancel();
    }
  }

  /// Has the run hold these nodes, see [Journal#hold].
  ///
  /// @throws RefusedException when another run holds one of them
  /// @throws Halt when that cannot be written, or somebody else carries out the run
  void hold(String cluster, Set<String> nodes) {
    try {
      means.journal().hold(lease, cluster, nodes);
    } catch (RefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Halt.unwritten(e);
    }
  }

  /// The ids of the nodes that any run holds.
  Set<String> allHeld() {
    return read(means.journal()::held);
  }

  /// The ids of the nodes that runs begun before it hold.
  Set<String> held() {
    return read(() -> means.journal().heldBefore(lease.run()));
  }

  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw Halt.unread(e);
    }
  }

  /// Tells the listener; a wait is also written down when it is a new one (rule 6).
  void tell(RunEvent event) {
    if (event instanceof RunEvent.Waiting wait) {
      note(wait);
    }
    try {
      listener.on(event);
    } catch (RuntimeException e) {
      trouble = trouble == null ? "what happens cannot be told: " + e : trouble;
    }
  }

  /// Why what the run does cannot be followed from outside; null when it can.
  @Nullable String trouble() {
    return trouble;
  }

  /// Writes the wait down when it is a new one.
  void note(RunEvent.Waiting wait) {
    if (isNews(wait)) {
      Time time = means.time();
      write(
          new Entry.Waiting(
              time.instant(), wait.reason(), wait.since(), wait.endedBy(), wait.latest()));
    }
  }

  private boolean isNews(RunEvent.Waiting wait) {
    return waiting == null
        || !waiting.reason().equals(wait.reason())
        || moved(waiting.latest(), wait.latest());
  }

  private static boolean moved(@Nullable Instant from, @Nullable Instant to) {
    return (from == null || to == null)
        ? !Objects.equals(from, to)
        : Duration.between(from, to).abs().compareTo(NEWS) > 0;
  }
}
