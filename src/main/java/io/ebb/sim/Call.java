package io.ebb.sim;

import java.time.Instant;

/// A request the service got. The signature is not kept.
///
/// @param at when, by the world's clock
/// @param method `GET` or `POST`
/// @param path the path below `/api`, for example `/cluster/deleteNodes`
/// @param retCode the `ret_code` decided on, even when a fault kept the reply from the caller;
///   [#NONE] when a fault kept the service from deciding
public record Call(Instant at, String method, String path, int retCode) {
  /// No `ret_code`: the request was lost before it was looked at.
  public static final int NONE = -1;
}
