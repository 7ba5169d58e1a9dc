package io.ebb.run;

import io.ebb.api.EhpcException;

/// What is known of a change in the end.
sealed interface Conclusion {

  /// It has happened.
  record Happened() implements Conclusion {}

  /// It has not happened, or not to all nodes, and is not going on.
  record Refused(String reason) implements Conclusion {
    /// By this error.
    static Refused by(EhpcException cause) {
      return new Refused(cause.getMessage() + "; " + cause.hint());
    }
  }

  /// Nobody can say.
  record Open(String reason) implements Conclusion {}
}
