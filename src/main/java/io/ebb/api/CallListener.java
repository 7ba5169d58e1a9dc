package io.ebb.api;

import java.time.Instant;

/// Is told of every attempt of a call, on the thread that made it, before the next attempt.
///
/// Must be quick, safe for use by many threads, and must not throw.
@FunctionalInterface
public interface CallListener {

  /// One attempt has ended, well or badly.
  void called(CallRecord call);

  /// A call waits before its first or next attempt, for longer than a moment. Told once a wait;
  /// nothing by default.
  ///
  /// @param why what it waits for, in words that follow "waiting, because"
  /// @param until when it will go on
  default void waiting(String why, Instant until) {}

  /// Calls cannot be counted together with those of other processes; told once, nothing by default.
  ///
  /// @param warning a sentence for people: why, and what to do
  default void countedAlone(String warning) {}

  /// Hears nothing.
  static CallListener none() {
    return _ -> {};
  }
}
