package io.ebb.run;

import io.ebb.cluster.Operation;

/// What the operation log told of an operation that was waited for.
sealed interface Sighting {

  /// It has ended, well or badly.
  record Ended(Operation operation) implements Sighting {}

  /// The log does not list it, although it should by now.
  record Missing() implements Sighting {}

  /// It still went on when the wait was over.
  record Pending() implements Sighting {}
}
