package io.ebb.run;

import java.util.Locale;

/// How a run ended, or stands.
public enum RunState {
  /// Every node is retired, or stays out of its queue where the plan does not delete it.
  DONE,
  /// Some nodes are as planned, others are not; of each it is known.
  PARTIAL,
  /// No node is as planned, and of each it is known.
  FAILED,
  /// Of one node at least it is not known what became of it: look before anything else.
  UNKNOWN,
  /// A dry run: nothing was to be changed.
  PLANNED,
  /// A guard forbade it before anything was changed.
  REFUSED,
  /// Somebody cancelled it before it was through.
  CANCELLED,
  /// It goes on.
  RUNNING,
  /// It has stopped before its end, and can be resumed or undone.
  INTERRUPTED;

  /// The word tables and JSON use, for example `done`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
