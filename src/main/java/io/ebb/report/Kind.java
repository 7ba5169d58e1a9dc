package io.ebb.report;

import java.util.Locale;

/// What a report is about.
public enum Kind {
  /// A run that carried out a plan.
  PLAN,
  /// A run of a script.
  SCRIPT,
  /// A run of a runbook.
  RUNBOOK,
  /// An interactive session.
  SESSION;

  /// The word for people, for example `runbook`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
