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
  /// @param sending which sending of this change it is, from 1; each follows a fresh look
  /// @param action the action by its name in the operation log
  /// @param queue the id of the queue concerned; null when none is
  /// @param nodes the ids of the nodes concerned
  /// @param deadline until when its acceptance is waited for
  record Intent(
      Instant at,
      int change,
      int sending,
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

  /// The service has not accepted the change, or its answer was lost.
  ///
  /// @param sending the sending that this is the answer to
  /// @param answer what was answered, or what happened instead
  record Declined(Instant at, int change, int sending, @Nullable String answer) implements Entry {}

  /// The service has accepted the change.
  ///
  /// @param operation the id of the operation to wait for
  /// @param deadline until when its end is waited for
  record Receipt(Instant at, int change, String operation, Instant deadline) implements Entry {}

  /// The answer was lost, and an operation in the log is taken for the change: same action, same
  /// queue, the same nodes, at that time.
  ///
  /// @param operation the id of the operation to wait for
  /// @param deadline until when its end is waited for
  record Adopted(Instant at, int change, String operation, Instant deadline) implements Entry {}

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

  /// Somebody is asked whether to delete nodes under their jobs.
  ///
  /// @param batch the batch's number, from 1
  /// @param hosts the hosts concerned
  /// @param jobs the numbers of the jobs that would be lost
  record Asked(Instant at, int batch, List<String> hosts, List<String> jobs) implements Entry {
    /// Copies the lists.
    public Asked {
      hosts = List.copyOf(hosts);
      jobs = List.copyOf(jobs);
    }
  }

  /// What was answered to [Asked].
  ///
  /// @param batch the batch's number, from 1
  /// @param answer `delete` or `keep`, with the reason when nobody said so
  record Answered(Instant at, int batch, String answer) implements Entry {}

  /// The outcome of a node is settled.
  record Settled(Instant at, NodeOutcome node) implements Entry {}

  /// The run is over.
  record Ended(Instant at, Run run) implements Entry {}
}
