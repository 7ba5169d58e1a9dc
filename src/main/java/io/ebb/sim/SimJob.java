package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A scheduler job of the world: pending, then running, then over.
final class SimJob {

  /// What never changes.
  ///
  /// @param hosts where it must run; empty when anywhere
  /// @param placed whether it takes free cores of its queue, and then names where it runs
  /// @param startsAt the earliest start; null when it waits for ever
  /// @param runsFor how long it would run; null when for ever
  /// @param limit how long it may run; null when for ever
  record Facts(
      String id,
      int number,
      String name,
      SimQueue queue,
      List<String> hosts,
      boolean placed,
      String user,
      int cores,
      String command,
      Instant submittedAt,
      @Nullable Instant startsAt,
      @Nullable Duration runsFor,
      @Nullable Duration limit) {}

  /// Where it stands.
  enum Status {
    PENDING,
    RUNNING,
    FINISHED,
    EXITED,
    CANCELLED;

    /// The value of `job_status`.
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Facts facts;
  private List<String> hosts;
  private Status status = Status.PENDING;
  private Instant modifiedAt;
  private @Nullable Instant startedAt;

  SimJob(Facts facts) {
    this.facts = facts;
    this.hosts = facts.hosts();
    this.modifiedAt = facts.submittedAt();
  }

  Facts facts() {
    return facts;
  }

  String id() {
    return facts.id();
  }

  Status status() {
    return status;
  }

  Instant modifiedAt() {
    return modifiedAt;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  /// When it ended; null while it has not.
  @Nullable Instant endedAt() {
    return over() ? modifiedAt : null;
  }

  /// Where it runs or ran; empty before it starts, and when the service does not say.
  List<String> hosts() {
    return startedAt == null ? List.of() : hosts;
  }

  boolean running() {
    return status == Status.RUNNING;
  }

  boolean over() {
    return status != Status.PENDING && status != Status.RUNNING;
  }

  boolean runsOn(String host) {
    return running() && hosts.contains(host);
  }

  /// The earliest start; the end of time when it waits for ever or waits no more.
  Instant startsAt() {
    return status == Status.PENDING && facts.startsAt() != null ? facts.startsAt() : Instant.MAX;
  }

  /// When it ends if nothing happens to it; the end of time when it does not run.
  Instant endsAt() {
    if (!running() || startedAt == null) {
      return Instant.MAX;
    }
    Instant done = after(startedAt, facts.runsFor());
    Instant stopped = after(startedAt, facts.limit());
    return done.isAfter(stopped) ? stopped : done;
  }

  private static Instant after(Instant start, @Nullable Duration span) {
    return span == null ? Instant.MAX : start.plus(span);
  }

  void start(List<String> places, Instant at) {
    hosts = places;
    startedAt = at;
    change(Status.RUNNING, at);
  }

  /// Ends it: well, or because its time is up.
  void end(Instant at) {
    boolean done = startedAt != null && !after(startedAt, facts.runsFor()).isAfter(at);
    change(done ? Status.FINISHED : Status.EXITED, at);
  }

  void exit(Instant at) {
    change(Status.EXITED, at);
  }

  void cancel(Instant at) {
    change(Status.CANCELLED, at);
  }

  private void change(Status next, Instant at) {
    status = next;
    modifiedAt = at;
  }
}
