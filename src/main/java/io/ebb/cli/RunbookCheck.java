package io.ebb.cli;

import io.ebb.script.RunbookEngine;
import io.ebb.script.head.HeadException;
import io.ebb.script.runbook.Draft;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.stream.Stream;

/// Tells all that is wrong with a runbook at once: its head, its fences, and its code.
final class RunbookCheck {
  private RunbookCheck() {}

  /// The runbook, with which nothing is wrong.
  ///
  /// @throws HeadException with all that is wrong
  static Runbook of(Draft draft, RunbookEngine engine) {
    List<String> violations =
        Stream.concat(draft.violations().stream(), engine.violations(draft.runbook()).stream())
            .toList();
    return new Draft(draft.runbook(), violations).sound();
  }
}
