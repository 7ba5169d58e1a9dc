package io.ebb.sim;

import java.nio.charset.StandardCharsets;

/// What the caller gets.
sealed interface Reply {

  /// A status and a body.
  record Sent(int status, String body) implements Reply {
    byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /// Nothing: the connection is dropped.
  record Dropped() implements Reply {}
}
