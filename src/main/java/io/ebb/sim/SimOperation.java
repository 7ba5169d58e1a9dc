package io.ebb.sim;

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

  /// What never changes.
  ///
  /// @param number its place among all operations
  record Facts(String id, int number, Work work, Instant createdAt, Spans spans) {}

  private final Facts facts;
  private final Fate fate;
  private final int failure;
  private final List<String> resources;
  private final Instant due;
  private boolean pending = true;

  /// @param failure the `ret_code` it fails with, if it fails
  SimOperation(Facts facts, Fate fate, int failure) {
    this.facts = facts;
    this.fate = fate;
    this.failure = failure;
    this.resources = facts.work().resources();
    this.due =
        fate == Fate.NEVER_ENDS
            ? Instant.MAX
            : facts.createdAt().plus(facts.work().task().takes().apply(facts.spans()));
  }

  String id() {
    return facts.id();
  }

  int number() {
    return facts.number();
  }

  String action() {
    return facts.work().task().action();
  }

  String label() {
    return facts.work().task().label();
  }

  List<String> resources() {
    return resources;
  }

  Instant createdAt() {
    return facts.createdAt();
  }

  Instant statusAt() {
    return pending ? facts.createdAt() : due;
  }

  /// When it ends or ended; the end of time when it never will.
  Instant due() {
    return due;
  }

  String status() {
    return pending ? "pending" : fate == Fate.SUCCEEDS ? "successful" : "failed";
  }

  /// Empty unless it failed.
  String errorCodes() {
    return pending || fate == Fate.SUCCEEDS ? "" : String.valueOf(failure);
  }

  void end(Log log) {
    pending = false;
    switch (fate) {
      case SUCCEEDS -> facts.work().finish(log);
      case FAILS -> facts.work().abandon();
      case REFUSED, NEVER_ENDS -> {}
    }
    log.operation(
        fate == Fate.SUCCEEDS ? Change.Kind.OPERATION_SUCCEEDED : Change.Kind.OPERATION_FAILED);
  }
}
