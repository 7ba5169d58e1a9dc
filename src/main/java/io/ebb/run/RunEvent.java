package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in a run, for progress lines.
public sealed interface RunEvent {

  /// The run has begun.
  ///
  /// @param run the run's id
  record Began(String run, Plan plan) implements RunEvent {}

  /// The run was begun before, and goes on.
  ///
  /// @param run the run's id
  /// @param purpose what for, as [Entry.Resumed] has it
  record Resumed(String run, String purpose) implements RunEvent {}

  /// A step of a batch has begun.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step, as planned
  /// @param hosts the hosts it still concerns
  record StepBegan(int batch, Step step, List<String> hosts) implements RunEvent {
    /// Copies the list.
    public StepBegan {
      hosts = List.copyOf(hosts);
    }
  }

  /// A step of a batch has ended.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step, as planned
  /// @param hosts the hosts that go on from here
  record StepEnded(int batch, Step step, List<String> hosts) implements RunEvent {
    /// Copies the list.
    public StepEnded {
      hosts = List.copyOf(hosts);
    }
  }

  /// The run waits (rule 6). Told before each further look.
  ///
  /// @param reason why
  /// @param since since when
  /// @param endedBy what would end it
  /// @param latest when it ends at the latest; null when there is no limit
  record Waiting(String reason, Instant since, String endedBy, @Nullable Instant latest)
      implements RunEvent {}

  /// The run was asked to stop, but has to wait for a call to do so in an orderly way.
  ///
  /// @param why what holds the call up, in words that follow "waiting, because"
  /// @param until when it goes on
  /// @param out the hosts that are out of their queue meanwhile, and not being deleted
  record HeldUp(String why, Instant until, List<String> out) implements RunEvent {
    /// Copies the list.
    public HeldUp {
      out = List.copyOf(out);
    }
  }

  /// The outcome of a node is settled.
  record NodeSettled(NodeOutcome node) implements RunEvent {}

  /// The run has stopped as it stands, and can be resumed or undone.
  ///
  /// @param reason who or what has stopped it
  /// @param nodes what became of each target; of those that are open, on which side of the point of
  ///   no return each is (rule 12)
  record Interrupted(String reason, List<NodeOutcome> nodes) implements RunEvent {
    /// Copies the list.
    public Interrupted {
      nodes = List.copyOf(nodes);
    }
  }

  /// The run is over.
  record Ended(Run run) implements RunEvent {}
}
