package io.ebb.api;

import java.time.Duration;

/// How long to wait for what.
///
/// @param busy how long a read is tried again while the service is busy
/// @param quota how long a call is held back, or a read tried again, until the call quota has room
/// @param connect how long making a connection may take
/// @param answer how long the service may be silent
public record Patience(Duration busy, Duration quota, Duration connect, Duration answer) {

  /// 2 minutes while busy; 65 minutes for the quota, within which a window of an hour surely has
  /// room; 10 s to connect; 60 s to answer.
  public static Patience standard() {
    return new Patience(
        Duration.ofMinutes(2),
        Duration.ofMinutes(65),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }
}
