package io.ebb.api;

import java.time.InstantSource;

/// The clocks of a connection. They differ only where a simulated service's time runs fast.
///
/// @param time what waits, deadlines and the call quota are measured by
/// @param wall what requests are signed by
public record Clocks(Time time, InstantSource wall) {

  /// The machine's time for both.
  public static Clocks system() {
    return new Clocks(Time.system(), InstantSource.system());
  }

  /// One time for both.
  public static Clocks of(Time time) {
    return new Clocks(time, time);
  }
}
