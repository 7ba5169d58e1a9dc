package io.ebb.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change that one of our processes has sent, as the service got it.
///
/// @param at when, by the world's clock
/// @param process the number of the process
/// @param run the id of the run
/// @param intent what was written down before it
/// @param operation the id of the operation that it has started; null when it has started none
record Sent(Instant at, int process, String run, Entry.Intent intent, @Nullable String operation) {

  boolean deletes() {
    return intent.action().equals(SimulatedCluster.DELETE_ACTION);
  }

  boolean leaves() {
    return intent.action().equals(SimulatedCluster.LEAVE_ACTION);
  }
}
