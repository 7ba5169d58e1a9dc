package io.ebb.sim;

import java.time.Clock;
import java.time.Duration;

/// How a simulated service behaves, apart from what its world holds.
///
/// @param port the loopback port; 0 takes a free one
/// @param world the clock of the world: durations of operations, ends of jobs, the call quota and
///   every time in a reply. May run fast, or be turned by hand
/// @param wall the clock that signatures are checked against and the `Date` header shows
/// @param spans how long work takes
/// @param refusals when a change that the state of the world forbids is refused
/// @param callQuota how many calls are accepted in any 3600 s
public record SimOptions(
    int port, Clock world, Clock wall, Spans spans, Refusals refusals, int callQuota) {

  /// When a change that the state of the world forbids is refused; the real service does not say.
  public enum Refusals {
    /// With `ret_code` 1400.
    AT_ONCE,
    /// With `ret_code` 0 and an operation that fails.
    BY_FAILED_OPERATION
  }

  /// A free port, system clocks, documented spans, refusals at once, 2000 calls.
  public static SimOptions defaults() {
    Clock system = Clock.systemUTC();
    return new SimOptions(0, system, system, Spans.documented(), Refusals.AT_ONCE, 2000);
  }

  /// These options on another port.
  public SimOptions withPort(int other) {
    return new SimOptions(other, world, wall, spans, refusals, callQuota);
  }

  /// These options with another clock of the world.
  public SimOptions withWorld(Clock other) {
    return new SimOptions(port, other, wall, spans, refusals, callQuota);
  }

  /// These options with another wall clock.
  public SimOptions withWall(Clock other) {
    return new SimOptions(port, world, other, spans, refusals, callQuota);
  }

  /// These options with operations on queues and users that take that long.
  public SimOptions withQueueSpan(Duration other) {
    return withSpans(spans.withQueue(other));
  }

  /// These options with operations on nodes that take that long.
  public SimOptions withNodeSpan(Duration other) {
    return withSpans(spans.withNode(other));
  }

  /// These options with operations on whole clusters that take that long.
  public SimOptions withClusterSpan(Duration other) {
    return withSpans(spans.withCluster(other));
  }

  /// These options with submitted jobs that run that long.
  public SimOptions withJobSpan(Duration other) {
    return withSpans(spans.withJob(other));
  }

  private SimOptions withSpans(Spans other) {
    return new SimOptions(port, world, wall, other, refusals, callQuota);
  }

  /// These options with the other way to refuse.
  public SimOptions withRefusals(Refusals other) {
    return new SimOptions(port, world, wall, spans, other, callQuota);
  }

  /// These options with another call quota.
  public SimOptions withCallQuota(int other) {
    return new SimOptions(port, world, wall, spans, refusals, other);
  }
}
