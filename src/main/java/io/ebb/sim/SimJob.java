package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scheduler job of the world: pending, then running on named hosts, then over.
final class SimJob {

  /// What never changes.
  ///
  /// @param hosts where it runs or will run; empty when the service does not say
  /// @param startsAt the earliest start; null when it waits for ever
  /// @param runsFor how long it runs; null when it runs for ever
  record Facts(
      String id,
      int number,
      String name,
      SimQueue queue,
      List<String> hosts,
      String user,
      int cores,
      Instant submittedAt,
      @Nullable Instant startsAt,
      @Nullable Duration runsFor) {}

  private enum Status {
    PENDING,
    RUNNING,
    FINISHED,
    EXITED
  }

  private final Facts facts;
  private Status status = Status.PENDING;
  private Instant modifiedAt;
  private @Nullable Instant startedAt;

  SimJob(Facts facts) {
    this.facts = facts;
    this.modifiedAt = facts.submittedAt();
  }

  Facts facts() {
    return facts;
  }

  String status() {
    return switch (status) {
      case PENDING -> "pending";
      case RUNNING -> "running";
      case FINISHED -> "finished";
      case EXITED -> "exited";
    };
  }

  Instant modifiedAt() {
    return modifiedAt;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  boolean running() {
    return status == Status.RUNNING;
  }

  boolean runsOn(String host) {
    return running() && facts.hosts().contains(host);
  }

  /// Whether it waits for a moment, not for ever.
  boolean willStart() {
    return status == Status.PENDING && facts.startsAt() != null;
  }

  Instant startsAt() {
    return willStart() && facts.startsAt() != null ? facts.startsAt() : Instant.MAX;
  }

  Instant endsAt() {
    return running() && startedAt != null && facts.runsFor() != null
        ? startedAt.plus(facts.runsFor())
        : Instant.MAX;
  }

  void start(Instant at) {
    status = Status.RUNNING;
    startedAt = at;
    modifiedAt = at;
  }

  void finish(Instant at) {
    status = Status.FINISHED;
    modifiedAt = at;
  }

  void exit(Instant at) {
    status = Status.EXITED;
    modifiedAt = at;
  }
}
