package io.ebb.sim;

/// What the caller gets.
sealed interface Reply {

  /// A status and a body.
  record Sent(int status, String body) implements Reply {}

  /// Nothing: the connection is dropped.
  record Dropped() implements Reply {}
}
