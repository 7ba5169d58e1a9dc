package io.ebb.run;

import java.util.List;

/// The end of a run that has stopped as it stands: releases its lease, and tells where its nodes
/// are.
final class Interruption {
  private final Journal journal;
  private final Lease lease;
  private final RunContext context;
  private final Ledger ledger;

  private String reason;

  /// @param reason why it has stopped
  Interruption(Journal journal, Lease lease, RunContext context, Ledger ledger, String reason) {
    this.journal = journal;
    this.lease = lease;
    this.context = context;
    this.ledger = ledger;
    this.reason = reason;
  }

  /// Lets others go on with the run, if that can be written. A wish to cancel outlives it.
  void release() {
    try {
      if (context.cancellation.toPutBack()) {
        journal.askToCancel(lease.run());
      }
      journal.write(lease, new Entry.Interrupted(context.now(), reason));
    } catch (LeaseLostException _) {
      // Somebody else holds it already: there is nothing to release.
    } catch (RuntimeException e) {
      reason += "; the run can be resumed as soon as its lease has run out, within 30 s";
    }
  }

  /// What became of each node, or on which side of the point of no return it is (rule 12): as the
  /// journal tells, or else as this process remembers.
  List<NodeOutcome> nodes() {
    try {
      return History.of(journal.entries(lease.run())).nodes();
    } catch (RuntimeException e) {
      reason +=
          "; the journal cannot be read either, and what is told of the nodes is what this process"
              + " remembers: "
              + e.getMessage();
      return ledger.standing();
    }
  }

  /// Why it has stopped, and what went wrong with stopping.
  String reason() {
    return reason;
  }
}
