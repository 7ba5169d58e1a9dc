package io.ebb.sim;

import java.time.Clock;
import java.time.Duration;

/// How a simulated service behaves, apart from what its world holds.
///
/// @param port the loopback port; 0 takes a free one
/// @param world the clock of the world: durations of operations, ends of jobs, the call quota and
///   every time in a reply. May run fast, or be turned by hand
/// @param wall the clock that signatures are checked against and the `Date` header shows
/// @param queueSpan how long a queue operation takes, by the clock of the world
/// @param nodeSpan how long creating or deleting nodes takes, by the clock of the world
/// @param refusals when a change that the state of the world forbids is refused
/// @param callQuota how many calls are accepted in any 3600 s
public record SimOptions(
    int port,
    Clock world,
    Clock wall,
    Duration queueSpan,
    Duration nodeSpan,
    Refusals refusals,
    int callQuota) {

  /// When a change that the state of the world forbids is refused; the real service does not say.
  public enum Refusals {
    /// With `ret_code` 1400.
    AT_ONCE,
    /// With `ret_code` 0 and an operation that fails.
    BY_FAILED_OPERATION
  }

  /// A free port, system clocks, 7 s and 55 s, refusals at once, 2000 calls.
  public static SimOptions defaults() {
    Clock system = Clock.systemUTC();
    return new SimOptions(
        0, system, system, Duration.ofSeconds(7), Duration.ofSeconds(55), Refusals.AT_ONCE, 2000);
  }

  /// These options on another port.
  public SimOptions withPort(int other) {
    return new SimOptions(other, world, wall, queueSpan, nodeSpan, refusals, callQuota);
  }

  /// These options with another clock of the world.
  public SimOptions withWorld(Clock other) {
    return new SimOptions(port, other, wall, queueSpan, nodeSpan, refusals, callQuota);
  }

  /// These options with another wall clock.
  public SimOptions withWall(Clock other) {
    return new SimOptions(port, world, other, queueSpan, nodeSpan, refusals, callQuota);
  }

  /// These options with queue operations that take that long.
  public SimOptions withQueueSpan(Duration other) {
    return new SimOptions(port, world, wall, other, nodeSpan, refusals, callQuota);
  }

  /// These options with creations and deletions of nodes that take that long.
  public SimOptions withNodeSpan(Duration other) {
    return new SimOptions(port, world, wall, queueSpan, other, refusals, callQuota);
  }

  /// These options with the other way to refuse.
  public SimOptions withRefusals(Refusals other) {
    return new SimOptions(port, world, wall, queueSpan, nodeSpan, other, callQuota);
  }

  /// These options with another call quota.
  public SimOptions withCallQuota(int other) {
    return new SimOptions(port, world, wall, queueSpan, nodeSpan, refusals, other);
  }
}
