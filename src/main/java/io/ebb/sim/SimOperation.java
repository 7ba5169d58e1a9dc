package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An operation of the world, `j-…`: work that takes effect when it ends.
final class SimOperation {

  /// How it will end.
  enum Fate {
    SUCCEEDS,
    /// It began, and fails when due.
    FAILS,
    NEVER_ENDS,
    /// It was refused by the state of the world, but says so only by failing.
    REFUSED
  }

  private final String id;
  private final Work work;
  private final Fate fate;
  private final List<String> resources;
  private final Instant createdAt;
  private final Instant due;
  private boolean pending = true;

  SimOperation(String id, Work work, Fate fate, Instant createdAt, Duration takes) {
    this.id = id;
    this.work = work;
    this.fate = fate;
    this.resources = work.resources();
    this.createdAt = createdAt;
    this.due = fate == Fate.NEVER_ENDS ? Instant.MAX : createdAt.plus(takes);
  }

  String id() {
    return id;
  }

  String action() {
    return work.action();
  }

  String label() {
    return work.label();
  }

  List<String> resources() {
    return resources;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant statusAt() {
    return pending ? createdAt : due;
  }

  boolean pending() {
    return pending;
  }

  /// When it ends; the end of time when it has ended or never will.
  Instant due() {
    return pending ? due : Instant.MAX;
  }

  String status() {
    return pending ? "pending" : fate == Fate.SUCCEEDS ? "successful" : "failed";
  }

  String errorCodes() {
    return pending
        ? ""
        : switch (fate) {
          case SUCCEEDS, NEVER_ENDS -> "";
          case FAILS -> "5000";
          case REFUSED -> "1400";
        };
  }

  void end(Log log) {
    pending = false;
    switch (fate) {
      case SUCCEEDS -> work.finish(log);
      case FAILS -> work.abandon();
      case REFUSED, NEVER_ENDS -> {}
    }
    log.operation(
        fate == Fate.SUCCEEDS ? Change.Kind.OPERATION_SUCCEEDED : Change.Kind.OPERATION_FAILED);
  }
}
