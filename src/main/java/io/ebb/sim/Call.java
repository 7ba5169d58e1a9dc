package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A request the service got. The signature is not kept.
///
/// @param at when, by the world's clock
/// @param method `GET` or `POST`
/// @param path the path below `/api`, for example `/cluster/deleteNodes`
/// @param retCode the `ret_code` decided on, even when a fault kept the reply from the caller;
///   [#NONE] when a fault kept the service from deciding
/// @param took how long it took, by the machine's clock
/// @param faults what went wrong with it on purpose, in the order it was injected
public record Call(
    Instant at, String method, String path, int retCode, Duration took, List<FaultKind> faults) {
  /// No `ret_code`: the request was lost before it was looked at.
  public static final int NONE = -1;

  /// Copies the list.
  public Call {
    faults = List.copyOf(faults);
  }
}
