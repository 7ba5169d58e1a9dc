package io.ebb.plan;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How nodes are to be retired.
///
/// @param drain how long running jobs may go on after the node has left its queue; zero does not
///   wait, and then no job may be running when the plan is made
/// @param batch how many nodes at a time
/// @param onDeadline what happens to a node that jobs still use when `drain` is over
/// @param limits how much may be taken away
/// @param operationDeadline how long one operation of the service may take
/// @param verifyDeadline how long a finished change may take to show in the lists
/// @param stopAfter after how many failed nodes in total no further batch begins
/// @param overrides guards that do not forbid the plan although they do not hold, each with the
///   reason why
public record RetireOptions(
    Duration drain,
    Batches batch,
    OnDeadline onDeadline,
    Limits limits,
    Duration operationDeadline,
    Duration verifyDeadline,
    int stopAfter,
    Map<Guard, String> overrides) {

  private static final RetireOptions DEFAULTS =
      new RetireOptions(
          Duration.ofHours(1),
          new Batches.Doubling(),
          OnDeadline.KEEP,
          Limits.defaults(),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          1,
          Map.of());

  /// Copies the overrides and checks the ranges.
  public RetireOptions {
    overrides = Map.copyOf(overrides);
    overrides.forEach(RetireOptions::checkOverride);
    if (drain.isNegative()) {
      throw new IllegalArgumentException("the time to drain must not be negative: " + drain);
    }
    if (!operationDeadline.isPositive() || !verifyDeadline.isPositive()) {
      throw new IllegalArgumentException(
          "the deadlines of operations and of verification must be positive: "
              + operationDeadline
              + " and "
              + verifyDeadline);
    }
    if (stopAfter < 1) {
      throw new IllegalArgumentException("stopping after " + stopAfter + " failed nodes: use 1 up");
    }
  }

  /// Drain for an hour, then keep what is still busy; batches of 1, 2, 4, …; an operation may take
  /// 15 minutes, and 5 more to show; the first failed node is the last batch's.
  public static RetireOptions defaults() {
    return DEFAULTS;
  }

  /// These options with another time to drain.
  public RetireOptions withDrain(Duration span) {
    return new RetireOptions(
        span, batch, onDeadline, limits, operationDeadline, verifyDeadline, stopAfter, overrides);
  }

  /// These options with other batches.
  public RetireOptions withBatch(Batches batches) {
    return new RetireOptions(
        drain,
        batches,
        onDeadline,
        limits,
        operationDeadline,
        verifyDeadline,
        stopAfter,
        overrides);
  }

  /// These options with another choice on deadline.
  public RetireOptions withOnDeadline(OnDeadline choice) {
    return new RetireOptions(
        drain, batch, choice, limits, operationDeadline, verifyDeadline, stopAfter, overrides);
  }

  /// These options with other limits.
  public RetireOptions withLimits(Limits others) {
    return new RetireOptions(
        drain, batch, onDeadline, others, operationDeadline, verifyDeadline, stopAfter, overrides);
  }

  /// These options with another deadline for each operation of the service.
  public RetireOptions withOperationDeadline(Duration span) {
    return new RetireOptions(
        drain, batch, onDeadline, limits, span, verifyDeadline, stopAfter, overrides);
  }

  /// These options with another number of failed nodes after which no further batch begins.
  public RetireOptions withStopAfter(int nodes) {
    return new RetireOptions(
        drain, batch, onDeadline, limits, operationDeadline, verifyDeadline, nodes, overrides);
  }

  /// These options, under which this guard does not forbid a plan although it does not hold.
  ///
  /// @param reason why; told with the plan, and written down with the run
  /// @throws IllegalArgumentException when it cannot be overridden, or the reason is blank
  public RetireOptions withOverride(Guard guard, String reason) {
    Map<Guard, String> more = new EnumMap<>(Guard.class);
    more.putAll(overrides);
    more.put(guard, reason.strip());
    return new RetireOptions(
        drain, batch, onDeadline, limits, operationDeadline, verifyDeadline, stopAfter, more);
  }

  /// Whether a node is never deleted under a job, but for those that somebody says yes to.
  boolean waitsForJobs() {
    return drain.isPositive() && onDeadline != OnDeadline.FORCE;
  }

  private static void checkOverride(Guard guard, String reason) {
    guard.checkOverridable();
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "overriding the guard %s needs a reason, which is told with the plan and the run"
              .formatted(guard.label()));
    }
  }
}
