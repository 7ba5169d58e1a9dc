package io.ebb.sim;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How a simulated service behaves, apart from what its world holds.
///
/// @param port the loopback port; 0 takes a free one
/// @param world the clock of the world: durations of operations, ends of jobs, the call quota and
///   every time in a reply. May run fast, or be turned by hand
/// @param wall the clock that signatures are checked against and the `Date` header shows
/// @param spans how long work takes
/// @param callQuota how many calls are accepted in any 3600 s
/// @param faults what goes wrong, and in what the service differs from the documented one
/// @param logs who gets a line for each request, when it is decided on and by many threads: when,
///   which, what came of it, and its parameters. No line holds a signature, a key or a password
public record SimOptions(
    int port,
    Clock world,
    Clock wall,
    Spans spans,
    int callQuota,
    FaultPlan faults,
    List<Consumer<String>> logs) {

  /// Copies the list.
  public SimOptions {
    logs = List.copyOf(logs);
  }

  /// A free port, system clocks, documented spans, 2000 calls, as documented and without faults.
  public static SimOptions defaults() {
    Clock system = Clock.systemUTC();
    return new SimOptions(0, system, system, Spans.documented(), 2000, FaultPlan.none(), List.of());
  }

  /// These options on another port.
  public SimOptions withPort(int other) {
    return new SimOptions(other, world, wall, spans, callQuota, faults, logs);
  }

  /// These options with another clock of the world.
  public SimOptions withWorld(Clock other) {
    return new SimOptions(port, other, wall, spans, callQuota, faults, logs);
  }

  /// These options with another wall clock.
  public SimOptions withWall(Clock other) {
    return new SimOptions(port, world, other, spans, callQuota, faults, logs);
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
    return new SimOptions(port, world, wall, other, callQuota, faults, logs);
  }

  /// These options with another call quota.
  public SimOptions withCallQuota(int other) {
    return new SimOptions(port, world, wall, spans, other, faults, logs);
  }

  /// These options with other faults, and the dialect that goes with them.
  public SimOptions withFaults(FaultPlan other) {
    return new SimOptions(port, world, wall, spans, callQuota, other, logs);
  }

  /// These options with one more that gets a line for each request.
  public SimOptions withLog(Consumer<String> log) {
    return new SimOptions(port, world, wall, spans, callQuota, faults, added(logs, log));
  }

  private static <T> List<T> added(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /// The dialect of the service.
  public Dialect dialect() {
    return faults.dialect();
  }

  /// These options with another dialect.
  public SimOptions withDialect(Dialect other) {
    return withFaults(faults.withDialect(other));
  }
}
