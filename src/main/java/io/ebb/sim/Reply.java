package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;

/// What the caller gets.
sealed interface Reply {

  /// A status and a body.
  ///
  /// @param date what the `Date` header shows
  /// @param spread how long the body takes on its way
  record Sent(int status, String body, Instant date, Duration spread) implements Reply {}

  /// The head of a reply and half of its body, then the end of the connection.
  record CutOff(Sent reply) implements Reply {}

  /// Nothing: the connection is dropped.
  record Dropped() implements Reply {}
}
