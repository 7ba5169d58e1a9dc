package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is odd about the service while it answers one call, all faults taken together.
///
/// @param delay how long the call waits before it is looked at
/// @param lateness how long its reply waits
/// @param spread how long the body of the reply takes on its way
/// @param skew how far the service's clock is ahead
/// @param others how many calls others make just before
/// @param fate how an operation that the call starts will end
/// @param past the time that a read shows; null for now
record Circumstances(
    Duration delay,
    Duration lateness,
    Duration spread,
    Duration skew,
    int others,
    Fate fate,
    @Nullable Past past) {
  static final Circumstances NORMAL =
      new Circumstances(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, Fate.SUCCEEDS, null);

  static Circumstances of(List<FaultKind> kinds) {
    Circumstances all = NORMAL;
    for (FaultKind kind : kinds) {
      all = kind instanceof FaultKind.Circumstance one ? all.with(one) : all;
    }
    return all;
  }

  private Circumstances with(FaultKind.Circumstance one) {
    return switch (one) {
      case FaultKind.Delay(var span) ->
          new Circumstances(delay.plus(span), lateness, spread, skew, others, fate, past);
      case FaultKind.LateReply(var span) ->
          new Circumstances(delay, lateness.plus(span), spread, skew, others, fate, past);
      case FaultKind.SlowReply(var span) ->
          new Circumstances(delay, lateness, spread.plus(span), skew, others, fate, past);
      case FaultKind.Skew(var by) ->
          new Circumstances(delay, lateness, spread, skew.plus(by), others, fate, past);
      case FaultKind.OthersCall(var calls) ->
          new Circumstances(delay, lateness, spread, skew, others + calls, fate, past);
      case FaultKind.OperationFails() -> with(Fate.FAILS);
      case FaultKind.OperationNeverEnds() -> with(Fate.NEVER_ENDS);
      case FaultKind.Stale(var then) ->
          new Circumstances(delay, lateness, spread, skew, others, fate, then);
    };
  }

  private Circumstances with(Fate other) {
    return new Circumstances(delay, lateness, spread, skew, others, other, past);
  }
}
