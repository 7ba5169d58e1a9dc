package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a journal remembers of a run, in the order in which it happened.
public sealed interface Entry {

  /// When it was written.
  Instant at();

  /// The run has begun.
  ///
  /// @param plan what it carries out
  record Began(Instant at, Plan plan) implements Entry {}

  /// A change is about to be sent. Without an answer to it after a crash, somebody has to look.
  ///
  /// @param change the change's number in the run, from 1
  /// @param action the action by its name in the operation log
  /// @param queue the id of the queue concerned; null when none is
  /// @param nodes the ids of the nodes concerned
  /// @param deadline until when its operation is waited for
  record Intent(
      Instant at,
      int change,
      String action,
      @Nullable String queue,
      List<String> nodes,
      Instant deadline)
      implements Entry {
    /// Copies the list.
    public Intent {
      nodes = List.copyOf(nodes);
    }
  }

  /// The service has accepted the change.
  ///
  /// @param operation the id of the operation to wait for
  record Receipt(Instant at, int change, String operation) implements Entry {}

  /// What is known of the change in the end.
  ///
  /// @param result what came of it, for example `happened`, with the reason
  record Concluded(Instant at, int change, String result) implements Entry {}

  /// A batch waits for something until then.
  ///
  /// @param batch the batch's number, from 1
  /// @param phase what it waits in: `drain` or `verify`
  /// @param until the deadline; a restart does not reset it
  record Deadline(Instant at, int batch, String phase, Instant until) implements Entry {}

  /// The outcome of a node is settled.
  record Settled(Instant at, NodeOutcome node) implements Entry {}

  /// The run is over.
  record Ended(Instant at, Run run) implements Entry {}
}
