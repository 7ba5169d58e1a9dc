package io.ebb.api;

/// Is told of every attempt of a call, on the thread that made it, before the next attempt.
///
/// Must be quick, safe for use by many threads, and must not throw.
@FunctionalInterface
public interface CallListener {

  /// One attempt has ended, well or badly.
  void called(CallRecord call);
}
