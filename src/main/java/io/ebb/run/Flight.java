package io.ebb.run;

import io.ebb.run.Watcher.Awaited;

/// A change that the service has accepted, while it goes on.
///
/// @param change the change
/// @param awaited its operation, since when and until when
/// @param accepted whether the service has said so itself, so that the operation cannot have begun
///   later than it was accepted; else it was found in the log
record Flight(Change change, Awaited awaited, boolean accepted) {
  String operation() {
    return awaited.operation();
  }
}
