package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a journal remembers of a run, in the order in which it happened.
public sealed interface Entry {

  /// When it was written.
  Instant at();

  /// The first event of a run.
  sealed interface First extends Entry {}

  /// The run has begun.
  ///
  /// @param plan what it carries out
  record Began(Instant at, Plan plan) implements First {}

  /// The run of a script has begun: all that it takes to run the script again.
  ///
  /// @param language the language's id, `js` or `python`
  /// @param file the name of the script's file, for people
  /// @param text the script itself
  /// @param parameters its checked parameters as JSON, without those of type secret
  /// @param options how nodes are retired where the script does not say otherwise, as JSON
  record Scripted(
      Instant at, String language, String file, String text, String parameters, String options)
      implements First {}

  /// A word of a script has asked the world something, or changed it, and been answered.
  ///
  /// @param number the call's number in the run, from 1
  /// @param call the call as one writes it, with its arguments
  /// @param answer what came of it, as JSON
  record Called(Instant at, int number, String call, String answer) implements Entry {}

  /// The script is over.
  ///
  /// @param state how it ended
  /// @param reason why it failed or stopped; empty when it did not
  record Finished(Instant at, RunState state, String reason) implements Entry {}

  /// Somebody goes on with the run.
  ///
  /// @param by the process that does
  /// @param purpose what for: `resume` or `undo`
  record Resumed(Instant at, Owner by, String purpose) implements Entry {}

  /// The run was stopped before its end, and can be resumed.
  ///
  /// @param reason who or what stopped it
  record Interrupted(Instant at, String reason) implements Entry {}

  /// A step of a batch has begun.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step's place in the batch, from 1
  /// @param hosts the hosts it still concerns
  record Stepped(Instant at, int batch, int step, List<String> hosts) implements Entry {
    /// Copies the list.
    public Stepped {
      hosts = List.copyOf(hosts);
    }
  }

  /// The run waits (rule 6). Written when the reason is a new one.
  ///
  /// @param reason why
  /// @param since since when
  /// @param endedBy what would end it
  /// @param latest when it ends at the latest; null when there is no limit
  record Waiting(Instant at, String reason, Instant since, String endedBy, @Nullable Instant latest)
      implements Entry {}

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

  /// Somebody was asked whether to go on, where the plan says so, and has answered.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step's place in the batch, from 1
  /// @param answer `yes` or `no`, with the reason when nobody said so
  record Confirmed(Instant at, int batch, int step, String answer) implements Entry {}

  /// The outcome of a node is settled.
  record Settled(Instant at, NodeOutcome node) implements Entry {}

  /// The run is over.
  record Ended(Instant at, Run run) implements Entry {}
}
