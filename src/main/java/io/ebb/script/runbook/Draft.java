package io.ebb.script.runbook;

import io.ebb.script.head.HeadException;
import java.util.List;

/// A runbook as far as it could be read, and everything that is wrong with it.
///
/// @param runbook what could be read
/// @param violations a sentence each, with the file and the line; empty when nothing is wrong
public record Draft(Runbook runbook, List<String> violations) {
  /// Copies the list.
  public Draft {
    violations = List.copyOf(violations);
  }

  /// The runbook, when nothing is wrong with it.
  ///
  /// @throws HeadException with all that is wrong
  public Runbook sound() {
    if (!violations.isEmpty()) {
      throw new HeadException(violations);
    }
    return runbook;
  }
}
