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

  /// The outcome of a node is settled.
  record NodeSettled(NodeOutcome node) implements RunEvent {}

  /// The run is over.
  record Ended(Run run) implements RunEvent {}
}
