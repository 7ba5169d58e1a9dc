package io.ebb.run;

import java.time.Duration;
import java.util.List;

/// Asks somebody what to do with nodes that are still busy when the time to drain is over. Asked on
/// a thread of its own. One that fails keeps the nodes.
@FunctionalInterface
public interface Question {

  /// Whether to delete these hosts under their jobs, which are then lost; false keeps the nodes.
  ///
  /// @param hosts the busy hosts
  /// @param jobs the numbers of the jobs that would be lost
  boolean deleteBusy(List<String> hosts, List<String> jobs);

  /// Whether to go on, where a step of the plan asks for it; false keeps the nodes. Declines unless
  /// somebody can be asked.
  ///
  /// @param question what the plan asks
  /// @param hosts the hosts concerned
  default boolean confirm(String question, List<String> hosts) {
    return false;
  }

  /// Whose doing an effect is that no operation in the log explains, when a run goes on whose last
  /// call may have been sent.
  ///
  /// @param effect what is seen, for example `leaving queue batch`
  /// @param hosts the hosts that show it
  default Doing whose(String effect, List<String> hosts) {
    return Doing.UNKNOWN;
  }

  /// Who has done something.
  enum Doing {
    /// This run.
    OURS,
    /// Somebody else: it is left alone.
    THEIRS,
    /// Nobody can say.
    UNKNOWN
  }

  /// What was asked and answered before the run begins or goes on, which its journal is to tell;
  /// nothing unless somebody was asked.
  default List<Approval> approvals() {
    return List.of();
  }

  /// How long an answer is waited for, by the machine's clock, since it is people who answer. The
  /// nodes are kept then, and an answer that comes later is not heard.
  default Duration patience() {
    return Duration.ofMinutes(10);
  }

  /// Keeps every busy node.
  static Question keep() {
    return (_, _) -> false;
  }
}
